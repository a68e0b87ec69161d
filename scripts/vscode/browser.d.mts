/** A Chromium that starts on this machine, in the shape of playwright's launch options. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Finds a Chromium; throws one line that says what to install. */
export function resolveBrowser(): Promise<Browser>;
