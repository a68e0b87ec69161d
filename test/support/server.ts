/** Drives the built language server over stdio, as an editor does. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
  type ClientCapabilities,
  type ConfigurationParams,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { buildBundle } from '../../scripts/build.mjs';

let built: Promise<string> | undefined;

/** Path of a fresh bundle of the command line, which is the server too; built once a process. */
export function builtServer(): Promise<string> {
  return (built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aims-server-'));
    await buildBundle('cli', join(folder, 'dist'));
    // As it is installed: what it says in other languages stands beside the program.
    cpSync('l10n', join(folder, 'l10n'), { recursive: true });
    return join(folder, 'dist', 'cli.js');
  })());
}

/** What VS Code can do, as far as the server asks. */
export const VSCODE: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false, relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
};

/** An editor that cannot ask for diagnostics. */
export const PLAIN: ClientCapabilities = {
  textDocument: { hover: { contentFormat: ['plaintext'] } },
  workspace: { workspaceFolders: true },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  /** Workspace folders as paths. */
  readonly folders?: readonly string[];
  /** The section `aims` of the settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False for an editor that sends its settings at the start and has nothing to say when it is asked for them. */
  readonly answersSettings?: boolean;
  /** What workspace folders say otherwise, by the folder's last name. */
  readonly folderSettings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Ids of our commands that the editor says it has. */
  readonly commands?: readonly string[];
  /** Does another server report what is no YAML? */
  readonly reportsYaml?: boolean;
  /** Does the user trust the workspace? */
  readonly trusted?: boolean;
  /** Default: the day of the example, 2026-11-01. */
  readonly at?: string;
  /** The language of the editor, as it writes it: `de`, `en-GB`. */
  readonly locale?: string;
  /** A translation that the client brings along. */
  readonly texts?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly result: InitializeResult;
  /** Texts the server wrote to the log. */
  readonly logged: readonly string[];
  /** Notifications the server sent, by method. */
  notifications(method: string): readonly unknown[];
  /** The next notification of a method, from now on. */
  next<T>(method: string): Promise<T>;
  /** What the server is told when it asks for the section `aims`; tests change it. */
  readonly settings: Record<string, unknown>;
  /** The next request the server makes, from now on. */
  nextRequest(method: string): Promise<unknown>;
  /** Requests the server made, by method. */
  requests(method: string): readonly unknown[];
  open(uri: string, text: string, languageId?: string, version?: number): Promise<void>;
  /** Replaces the whole text. */
  change(uri: string, text: string, version: number): Promise<void>;
  stop(): Promise<number | null>;
}

/** The bare process, for tests that speak broken protocol. */
export async function spawnServer(): Promise<ChildProcess> {
  return spawn(process.execPath, [await builtServer(), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

/** Starts a server and shakes hands with it. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const {
    capabilities = VSCODE,
    folders = [],
    settings = {},
    folderSettings = {},
    answersSettings = capabilities.workspace?.configuration === true,
    commands,
    reportsYaml,
    trusted,
    at = '2026-11-01',
    locale,
    texts,
  } = options;
  const child = await spawnServer();
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  const logged: string[] = [];
  const notified = new Map<string, unknown[]>();
  const asked = new Map<string, unknown[]>();
  const waiting = new Map<string, ((params: unknown) => void)[]>();
  const section: Record<string, unknown> = { at, ...settings };
  const settingsOf = ({ scopeUri }: { scopeUri?: string }): Record<string, unknown> | null =>
    answersSettings
      ? { ...section, ...(scopeUri === undefined ? {} : folderSettings[basename(scopeUri)]) }
      : null;
  const arrived = (method: string, payload: unknown): void => {
    for (const resolve of waiting.get(method) ?? []) resolve(payload);
    waiting.delete(method);
  };
  const next = <T>(method: string): Promise<T> =>
    new Promise((resolve) => {
      waiting.set(method, [...(waiting.get(method) ?? []), resolve as (params: unknown) => void]);
    });
  connection.onNotification((method, params) => {
    const payload: unknown = Array.isArray(params) ? params[0] : params;
    if (method === 'window/logMessage') logged.push((payload as { message: string }).message);
    notified.set(method, [...(notified.get(method) ?? []), payload]);
    arrived(method, payload);
  });
  connection.onRequest((method, params) => {
    const payload: unknown = Array.isArray(params) ? params[0] : params;
    asked.set(method, [...(asked.get(method) ?? []), payload]);
    arrived(method, payload);
    return method === 'workspace/configuration'
      ? (payload as ConfigurationParams).items.map(settingsOf)
      : null;
  });
  // A server that is killed closes its streams.
  connection.onError(() => undefined);
  child.stdin!.on('error', () => undefined);
  connection.listen();
  const params: InitializeParams = {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the type asks for it
    rootUri: null,
    capabilities,
    ...(locale === undefined ? {} : { locale }),
    workspaceFolders: folders.map((path) => ({ uri: pathToFileURL(path).href, name: path })),
    // As VS Code does: settings come when they are asked for; a client that cannot be asked sends them here.
    initializationOptions: {
      ...(answersSettings ? {} : section),
      ...(commands ? { commands } : {}),
      ...(reportsYaml === undefined ? {} : { yaml: reportsYaml }),
      ...(trusted === undefined ? {} : { trusted }),
      ...(texts ? { texts } : {}),
    },
  };
  const result = await connection.sendRequest<InitializeResult>('initialize', params);
  await connection.sendNotification('initialized', {});
  return {
    process: child,
    connection,
    result,
    logged,
    notifications: (method) => notified.get(method) ?? [],
    next,
    nextRequest: next,
    settings: section,
    requests: (method) => asked.get(method) ?? [],
    open: (uri, text, languageId = 'yaml', version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text },
      }),
    change: (uri, text, version) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        await connection.sendRequest('shutdown').catch(() => undefined);
        await connection.sendNotification('exit').catch(() => undefined);
      }
      const code = await exitOf(child);
      connection.dispose();
      return code;
    },
  };
}

export { exitOf };
