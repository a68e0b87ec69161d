/** What the handlers share: the engine, the open documents, what the client can do, and word of every change. */
import type { CancellationToken, ProtocolConnection } from 'vscode-languageserver';
import type { SystemClock } from '../clock';
import type { AtCommit } from '../past';
import { createLanguageService, type LanguageService } from '../service';
import type { Snapshot } from '../workspace/snapshot';
import { contentModified, cancelled, type Channel } from './answer';
import { Changes, type Unsubscribe } from './changes';
import type { ClientFeatures } from './client-features';
import { OpenDocuments } from './documents';
import { FolderHost, type HostFor } from './folder-host';
import type { TextsIn } from './language';
import { connectionLog, type ServerLog } from './log';
import { OpenNotebooks } from './sync/notebook-store';

export interface Session extends Channel {
  readonly connection: ProtocolConnection;
  readonly log: ServerLog;
  readonly service: LanguageService;
  readonly clock: SystemClock;
  /** Absent where there are no commits. */
  readonly atCommit: AtCommit | undefined;
  readonly host: FolderHost;
  readonly documents: OpenDocuments;
  readonly notebooks: OpenNotebooks;
  readonly changes: Changes;
  /** Calls back with the canonical URI of every document that is closed; returns how to stop that. */
  onClosed(listener: (key: string) => void): Unsubscribe;
  announceClosed(key: string): void;
  /** What is known now, judged by the client's settings: waits for those at the start. */
  snapshot(): Promise<Snapshot>;
  /** As `snapshot`; nothing in it is still to come. */
  wholeSnapshot(): Promise<Snapshot>;
  /** The settings are here, or will not come. */
  settle(): void;
  /** Set by initialize. */
  client: ClientFeatures;
  /** True once the workspace has been read the first time. */
  isReady: boolean;
  /** True where the client tells which files changed outside the editor. */
  isWatching: boolean;
}

const NOTHING: ClientFeatures = {
  pullsDiagnostics: false,
  refreshesDiagnostics: false,
  relatedInformation: false,
  markdownHover: false,
  markdownCompletion: false,
  labelDetails: false,
  snippets: false,
  codeActionLiterals: false,
  disabledActions: false,
  resolvesActions: false,
  documentChanges: false,
  createsFiles: false,
  confirmsChanges: false,
  configuration: false,
  options: undefined,
  watchesFiles: false,
  relativePatterns: false,
  registersConfiguration: false,
  registeredLater: new Set(),
  nestsSymbols: false,
  mostFolds: Infinity,
  linkTooltips: false,
  refreshesLenses: false,
  refreshesHints: false,
  revealsPlaces: false,
  showsDocuments: false,
  goesToCells: false,
  reportsYaml: false,
  draftsCards: false,
  savesRecords: false,
  suggestsNext: false,
  showsProgress: false,
};

/** What the server stands on: Node, or a web worker. */
export interface Platform {
  readonly clock: SystemClock;
  readonly hostFor: HostFor;
  readonly atCommit?: AtCommit;
  /** Absent where there are no files beside the program. */
  readonly textsIn?: TextsIn;
}

/** `client` and the folders are set by initialize; until then everything is empty. */
export function createSession(
  connection: ProtocolConnection,
  { clock, hostFor, atCommit }: Platform,
): Session {
  const log = connectionLog(connection);
  const host = new FolderHost(hostFor);
  const closed = new Set<(key: string) => void>();
  const service = createLanguageService({ host, clock, log });
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));
  return {
    connection,
    log,
    host,
    service,
    clock,
    atCommit,
    snapshot: () => settled.then(() => service.snapshot()),
    wholeSnapshot: () => settled.then(() => service.wholeSnapshot()),
    settle: () => settle(),
    documents: new OpenDocuments(),
    notebooks: new OpenNotebooks(),
    changes: new Changes(),
    onClosed: (listener) => {
      closed.add(listener);
      return () => closed.delete(listener);
    },
    announceClosed: (key) => closed.forEach((listener) => listener(key)),
    client: NOTHING,
    isReady: false,
    isWatching: false,
  };
}

/**
 * A snapshot that still holds the text the request was made on.
 * @throws ResponseError where the request was cancelled or the text has changed meanwhile
 */
export async function snapshotFor(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<Snapshot> {
  const before = session.documents.get(uri)?.document.version;
  const snapshot = await session.snapshot();
  if (token.isCancellationRequested) throw cancelled();
  if (session.documents.get(uri)?.document.version !== before) throw contentModified();
  return snapshot;
}
