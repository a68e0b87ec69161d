import {
  CancellationTokenSource,
  EventEmitter,
  type CancellationToken,
  type LogOutputChannel,
  type WorkspaceEdit,
} from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import type { Disposable } from './disposable';

export type ServerState = 'starting' | 'running' | 'stopped';

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};

/** Milliseconds after which a restart that has not ended counts as hanging, and the next one does not wait for it. */
const PATIENCE = 10_000;

// Left out, it would be sent as a second parameter.
const NEVER = new CancellationTokenSource().token;

export type Client = BaseLanguageClient & {
  /** Ends the server of a client that hangs as it starts, for good. Left out where servers are no processes. */
  kill?(): void;
};

export interface ConnectionOptions {
  /** A client that is not started yet. Called again where one failed to start, or hangs in it: it would never try anew. */
  readonly createClient: () => Client;
  /** What a new client listens to and answers. */
  readonly install: (client: BaseLanguageClient) => readonly Disposable[];
  readonly log: LogOutputChannel;
}

/** The way to the language server: whether it runs, starting it and stopping it, and asking it. */
export class Connection implements Disposable {
  readonly #options: ConnectionOptions;
  readonly #changed = new EventEmitter<void>();
  #client: Client;
  #installed: readonly Disposable[] = [];
  #state: ServerState = 'starting';
  /** A restart under way. `since`: milliseconds since 1970. */
  #restarting: { readonly since: number; readonly done: Promise<void> } | undefined;
  /** It is stopped to be started again. */
  #isStopping = false;
  /** What is to be told once it runs, by method. */
  readonly #untold = new Map<string, object | undefined>();

  readonly onDidChangeState = this.#changed.event;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#client = this.#connect();
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts it; a failure is logged and shows in `state`. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      this.#options.log.error('The language server did not start.', error);
      this.#look();
    }
  }

  /** Stops it if it runs, then starts it, also after it was given up. Asked for again meanwhile, it is the same restart. */
  restart(): Promise<void> {
    const before = this.#restarting;
    if (before && Date.now() - before.since < PATIENCE) return before.done;
    const done = this.#restart().finally(() => {
      if (this.#restarting?.done === done) this.#restarting = undefined;
    });
    this.#restarting = { since: Date.now(), done };
    return done;
  }

  /**
   * Stops it. One that runs and does not answer is ended by the client, which says so in the log; one that starts could
   * not be asked to stop.
   */
  async stop(): Promise<void> {
    if (this.#client.isRunning()) await this.#client.stop().catch(() => undefined);
    else if (this.#client.state === State.Starting) this.#client.kill?.();
  }

  /**
   * Undefined while the server is not there to answer, where it failed, or where it was cancelled. A request to a client
   * that does not run would start it behind our back.
   */
  async ask<T>(method: string, params: object, token: CancellationToken = NEVER): Promise<T | undefined> {
    if (!this.#client.isRunning()) return undefined;
    try {
      return await this.#client.sendRequest<T>(method, params, token);
    } catch (error) {
      if (!token.isCancellationRequested) this.#options.log.warn(`${method} was not answered.`, error);
      return undefined;
    }
  }

  /** Tells the server something now, or as soon as it runs. One that is stopped learns at its start how things stand. */
  tell(method: string, params?: object): void {
    if (this.#state === 'starting') this.#untold.set(method, params);
    if (!this.#client.isRunning()) return;
    this.#client
      .sendNotification(method, params)
      .catch((error: unknown) => this.#options.log.warn(`${method} was not sent.`, error));
  }

  /** @param edit an LSP `WorkspaceEdit` */
  toEdit(edit: object): Promise<WorkspaceEdit> {
    return this.#client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  dispose(): void {
    for (const each of this.#installed) each.dispose();
    this.#changed.dispose();
  }

  async #restart(): Promise<void> {
    if (this.#client.state === State.Starting) this.#abandon();
    this.#isStopping = true;
    try {
      await this.stop();
    } finally {
      this.#isStopping = false;
    }
    const client = this.#client;
    const hasFailed = (): boolean => client.state === State.StartFailed;
    const hadFailed = hasFailed();
    await this.start();
    if (!hadFailed || client !== this.#client || !hasFailed()) return;
    // It was not trying again by itself, and what it says is still how the first try ended.
    this.#client = this.#connect();
    await this.start();
  }

  /** One that starts can neither be stopped nor started anew. Should it come up after all, it is one too many. */
  #abandon(): void {
    const hanging = this.#client;
    this.#client = this.#connect();
    hanging.kill?.();
    void hanging
      .start()
      .then(() => hanging.stop())
      .catch(() => undefined);
  }

  #connect(): Client {
    for (const each of this.#installed) each.dispose();
    const client = this.#options.createClient();
    // It would tell of a failed start with a popup: a stack, in English, and no way out. The views say what to do.
    const log = client.error.bind(client);
    client.error = (message, data) => log(message, data, false);
    // A client that starts again what ended passes through other states on the way: where it ends up counts.
    const followed = client.onDidChangeState(() => void Promise.resolve().then(() => this.#look()));
    this.#installed = [followed, ...this.#options.install(client)];
    return client;
  }

  #look(): void {
    const state = STATES[this.#client.state];
    this.#state = state === 'stopped' && this.#isStopping ? 'starting' : state;
    if (this.#state === 'running') for (const [method, params] of this.#untold) this.tell(method, params);
    if (this.#state !== 'starting') this.#untold.clear();
    this.#changed.fire();
  }
}
