/** A running VS Code server. */
export interface Server {
  /** For example `http://127.0.0.1:40123`. */
  origin: string;
  /** Host and port, as in `vscode-remote://<authority>/…`. */
  authority: string;
  /** Everything it has printed. */
  output(): string;
  /** Ends it with its extension hosts; harmless when it has ended. */
  stop(): void;
}

/** Where a server keeps its data, and what it starts with. */
export interface ServerOptions {
  dataDir: string;
  extensionsDir: string;
  settings?: Record<string, unknown>;
  args?: string[];
}

/** Starts VS Code's server on a free loopback port. */
export function startServer(options: ServerOptions): Promise<Server>;

/** Installs a packaged extension as `code --install-extension` does. */
export function installExtension(
  vsix: string,
  options: Pick<ServerOptions, 'dataDir' | 'extensionsDir'>,
): void;
