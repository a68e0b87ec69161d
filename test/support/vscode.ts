/**
 * Stands in for the editor's API, as far as parts of the extension need it that are tested without an editor. Import it
 * before what imports `vscode`. Classes that are asked for and not here are empty.
 */
import Module from 'node:module';
import type { LogOutputChannel } from 'vscode';

type Listener<T> = (event: T) => unknown;

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>): { dispose(): void } => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<void>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.#cancelled.event };

  cancel(): void {
    this.token.isCancellationRequested = true;
    this.#cancelled.fire();
  }

  dispose(): void {
    this.#cancelled.dispose();
  }
}

class Uri {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static parse(text: string): Uri {
    return new Uri(text);
  }

  static joinPath(folder: Uri, ...names: readonly string[]): Uri {
    return new Uri([folder.toString(), ...names].join('/'));
  }

  toString(): string {
    return this.#text;
  }
}

class FileDecoration {
  readonly badge: string;
  readonly tooltip: string;

  constructor(badge: string, tooltip: string) {
    this.badge = badge;
    this.tooltip = tooltip;
  }
}

const granted = new EventEmitter<void>();
const extensionsChanged = new EventEmitter<void>();
const installed = new Set<string>();
const nothing = (): { dispose(): void } => ({ dispose: () => undefined });

/** What happens around the extension. */
export const editor = {
  isTrusted: true,
  /** What somebody chooses of the rows of a list. */
  choose: (rows: readonly unknown[]): readonly unknown[] => rows,
  grantTrust(): void {
    this.isTrusted = true;
    granted.fire();
  },
  install(id: string): void {
    installed.add(id);
    extensionsChanged.fire();
  },
  uninstall(id: string): void {
    installed.delete(id);
    extensionsChanged.fire();
  },
};

/** A log nobody reads. */
export const log = { error: () => undefined, warn: () => undefined } as unknown as LogOutputChannel;

const known: Readonly<Record<string, unknown>> = {
  EventEmitter,
  CancellationTokenSource,
  Uri,
  FileDecoration,
  l10n: {
    t: (text: string, ...args: readonly unknown[]) =>
      text.replace(/\{(\d)\}/g, (_, at) => String(args[Number(at)])),
  },
  commands: { executeCommand: () => Promise.resolve() },
  window: {
    registerFileDecorationProvider: nothing,
    showQuickPick: (rows: readonly unknown[]) => Promise.resolve(editor.choose(rows)),
  },
  workspace: {
    get isTrusted() {
      return editor.isTrusted;
    },
    onDidGrantWorkspaceTrust: granted.event,
    onDidChangeConfiguration: nothing,
    getConfiguration: () => ({ get: (_key: string, otherwise: unknown) => otherwise }),
  },
  extensions: {
    onDidChange: extensionsChanged.event,
    getExtension: (id: string) => (installed.has(id) ? {} : undefined),
  },
};

class Empty {
  readonly isEmpty = true;
}

const standIn = new Proxy(known, {
  get: (all, name) => (name in all ? all[String(name)] : class extends Empty {}),
});

type Load = (request: string, ...rest: readonly unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'vscode' ? standIn : load.call(loader, request, ...rest));
