/** A language client whose server does what a test says. Import `./vscode` before. */
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { EventEmitter } from './vscode';

export class FakeClient {
  readonly #changed = new EventEmitter<void>();
  readonly #listeners = new Map<string, () => void>();
  readonly onDidChangeState = this.#changed.event;
  /** What the server was asked and told, in order. */
  readonly asked: string[] = [];
  readonly told: (readonly [method: string, params: unknown])[] = [];
  readonly answers: Record<string, unknown>;
  state: State = State.Stopped;
  failsToStart = false;
  /** It starts only once `comeUp` is called. */
  hangs = false;
  /** How often it was stopped, and its server killed. */
  stops = 0;
  kills = 0;
  #hanging: Promise<void> | undefined;
  /** Ends a start that hangs. */
  comeUp: () => void = () => undefined;

  /** @param answers by method */
  constructor(answers: Readonly<Record<string, unknown>> = {}) {
    this.answers = { ...answers };
  }

  get client(): BaseLanguageClient {
    return this as unknown as BaseLanguageClient;
  }

  /** Passes through states in one turn. */
  enter(...states: readonly State[]): void {
    for (const state of states) {
      this.state = state;
      this.#changed.fire();
    }
  }

  /** The server says something. */
  say(method: string): void {
    this.#listeners.get(method)?.();
  }

  isRunning(): boolean {
    return this.state === State.Running;
  }

  async start(): Promise<void> {
    // As the real one: it fails again without another try.
    if (this.state !== State.StartFailed) this.enter(State.Starting);
    if (this.hangs) await (this.#hanging ??= new Promise((resolve) => (this.comeUp = resolve)));
    await Promise.resolve();
    this.enter(this.failsToStart ? State.StartFailed : State.Running);
    if (this.failsToStart) throw new Error('no server');
  }

  kill(): void {
    this.kills++;
  }

  async stop(): Promise<void> {
    this.stops++;
    await Promise.resolve();
    this.enter(State.Stopped);
  }

  /** Nobody reads its log. */
  error(): void {
    return;
  }

  sendRequest(method: string): Promise<unknown> {
    this.asked.push(method);
    return Promise.resolve(this.answers[method]);
  }

  sendNotification(method: string, params: unknown): Promise<void> {
    this.told.push([method, params]);
    return Promise.resolve();
  }

  onNotification(method: string, listener: () => void): { dispose(): void } {
    this.#listeners.set(method, listener);
    return { dispose: () => void this.#listeners.delete(method) };
  }

  onRequest(): { dispose(): void } {
    return { dispose: () => undefined };
  }
}
