/** Types of build.mjs, for the tests that run what it builds. */
export type Bundle = 'client' | 'server' | 'cli' | 'mcp';

export function buildBundle(
  name: Bundle,
  folder: string,
): Promise<{ bytes: number; inputs: [path: string, bytes: number][] }>;
