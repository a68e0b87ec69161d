/** Types of package-npm.mjs, for the test that installs what it packs. */
export function packNpm(folder: string): Promise<string>;
