/** Types of build.mjs, for the tests that run what it builds. */
export type Bundle = 'client' | 'cli' | 'mcp' | 'browser/client' | 'browser/server';

export function buildBundle(
  name: Bundle,
  folder: string,
): Promise<{ bytes: number; inputs: [path: string, bytes: number][] }>;
