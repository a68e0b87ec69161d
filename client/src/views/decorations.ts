import {
  EventEmitter,
  FileDecoration,
  l10n,
  ThemeColor,
  Uri,
  window,
  type FileDecorationProvider,
} from 'vscode';
import type { Counts, TreeResult } from '../../../server/src/protocol';
import type { Disposable } from '../disposable';
import type { Server } from '../server';
import type { WorkspaceStatus } from '../workspace-status';

/** Of more files than this in one event VS Code looks at some alone; without any it looks at all anew. */
const MOST_NAMED = 250;

const NOTHING: Pick<TreeResult, 'nodes'> = { nodes: [] };

/**
 * Marks files of organizations and AI systems in the explorer where something is overdue, or was changed after it was
 * approved. What is merely not there yet gets no mark: a new card has much of that, and the Problems panel says it.
 */
export class CardDecorations implements FileDecorationProvider, Disposable {
  readonly #server: Server;
  readonly #changed = new EventEmitter<Uri[] | undefined>();
  readonly #subscriptions: readonly Disposable[];
  #marks: ReadonlyMap<string, FileDecoration> = new Map();
  #asked = 0;

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(server: Server, status: WorkspaceStatus) {
    this.#server = server;
    this.#subscriptions = [
      window.registerFileDecorationProvider(this),
      status.onDidChange(() => void this.#update()),
    ];
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    return this.#marks.get(uri.toString());
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    // What a server said that is gone may not be true any more.
    const answer = this.#server.state === 'stopped' ? NOTHING : await this.#server.subjects();
    // Of two questions the later one counts, whichever is answered first.
    if (!answer || asked !== this.#asked) return;
    const counts = new Map<string, Alarms>();
    for (const { location, counts: of } of answer.nodes)
      if (location) add(counts, Uri.parse(location.uri, true).toString(), of);
    const marks = new Map(
      [...counts].flatMap(([uri, count]) => {
        const mark = markOf(count);
        return mark ? [[uri, mark] as const] : [];
      }),
    );
    const before = this.#marks;
    this.#marks = marks;
    const touched = new Set([...before.keys(), ...marks.keys()]);
    const changed = [...touched].filter((uri) => before.get(uri)?.tooltip !== marks.get(uri)?.tooltip);
    if (changed.length === 0) return;
    const uris = changed.map((uri) => Uri.parse(uri, true));
    this.#changed.fire(uris.length > MOST_NAMED ? undefined : uris);
  }
}

interface Alarms {
  overdue: number;
  suspect: number;
}

function add(alarms: Map<string, Alarms>, uri: string, { overdue = 0, suspect = 0 }: Counts = {}): void {
  const known = alarms.get(uri) ?? { overdue: 0, suspect: 0 };
  alarms.set(uri, { overdue: known.overdue + overdue, suspect: known.suspect + suspect });
}

function markOf({ overdue, suspect }: Alarms): FileDecoration | undefined {
  if (overdue + suspect === 0) return undefined;
  const parts = [
    overdue > 0 && l10n.t('{0} overdue', overdue),
    suspect > 0 && l10n.t('{0} changed since approval', suspect),
  ].filter((part) => part !== false);
  return new FileDecoration('!', `AIMS: ${parts.join(', ')}`, new ThemeColor('list.warningForeground'));
}
