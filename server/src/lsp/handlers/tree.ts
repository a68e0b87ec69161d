/** `aims/tree`, `aims/systems`, `aims/status`, and word to the client when they may have changed. */
import { RequestType, type CancellationToken } from 'vscode-languageserver';
import { NO_NUMBERS, workspaceNumbers } from '../../features/status';
import { summarizeSystems } from '../../features/systems';
import { agendaFrom } from '../../features/dashboard/agenda';
import { nameOf } from '../../features/subject';
import { subjectsOf, treeChildren } from '../../features/tree';
import { agendaChildren } from '../../features/tree/agenda';
import { treePathAt } from '../../features/tree/path';
import {
  STATUS_REQUEST,
  SYSTEMS_REQUEST,
  TREE_CHANGED,
  TREE_PATH_REQUEST,
  TREE_REQUEST,
  type Location,
  type StatusResult,
  type SystemsResult,
  type TreeChanged,
  type TreeNode,
  type TreeParams,
  type TreePathParams,
  type TreePathResult,
  type TreeResult,
} from '../../protocol';
import { answer, cancelled } from '../answer';
import { debounced } from '../changes';
import { countAll } from '../counts';
import { dueDays } from '../due-days';
import { errorText } from '../log';
import { baseName } from '../../workspace/uri';
import type { Snapshot } from '../../workspace/snapshot';
import { documentPosition } from '../document-position';
import { snapshotFor, type Session } from '../session';

/** After a change, and after the first of many. In milliseconds. */
const QUIET = 100;
const AT_MOST = 500;

export function answerTree(session: Session): void {
  const { service, changes } = session;
  const dateOf = service.date;
  const byDay = async (
    snapshot: Snapshot,
    node: string | undefined,
    token: CancellationToken,
  ): Promise<readonly TreeNode[]> => {
    const due = await dueDays(session, snapshot, token);
    if (!due) throw cancelled();
    const subjects = subjectsOf(snapshot);
    return agendaChildren(
      agendaFrom(due, { snapshot, subjects, dateOf }),
      subjects.map(nameOf),
      service.date(),
      node,
    );
  };
  const tree = async (params: TreeParams | null, token: CancellationToken): Promise<TreeResult> => {
    const snapshot = await session.snapshot();
    const nodes =
      params?.groupBy === 'day'
        ? await byDay(snapshot, params.node, token)
        : treeChildren(snapshot, dateOf, params ?? {});
    return { revision: changes.revision, nodes: nodes.map((node) => spelled(session, node)) };
  };
  const path = async (params: TreePathParams, token: CancellationToken): Promise<TreePathResult> => {
    const { uri, position } = params;
    const snapshot = await snapshotFor(session, uri, token);
    const at = documentPosition(session, { textDocument: { uri }, position });
    return { nodes: treePathAt(snapshot, dateOf, at).map((node) => spelled(session, node)) };
  };
  const systems = async (): Promise<SystemsResult> => {
    const found = summarizeSystems(await session.snapshot(), dateOf);
    return {
      revision: changes.revision,
      systems: found.map((system) => ({
        ...spelled(session, system),
        assessments: system.assessments.map((at) => spelledLocation(session, at)),
      })),
    };
  };
  const none = { revision: changes.revision };
  // A view that is told too early that there is nothing shows nothing: it rather waits, and says so.
  answer(session, new RequestType<TreeParams | null, TreeResult, void>(TREE_REQUEST), tree, {
    otherwise: { ...none, nodes: [] },
    staysOpen: true,
  });
  answer(session, new RequestType<unknown, SystemsResult, void>(SYSTEMS_REQUEST), systems, {
    otherwise: { ...none, systems: [] },
    staysOpen: true,
  });
  answer(session, new RequestType<TreePathParams, TreePathResult, void>(TREE_PATH_REQUEST), path, {
    otherwise: { nodes: [] },
  });
  answer(
    session,
    new RequestType<unknown, StatusResult | null, void>(STATUS_REQUEST),
    (_params, token) => status(session, token),
    { otherwise: null },
  );
  tellChanges(session);
}

async function status(session: Session, token: CancellationToken): Promise<StatusResult | null> {
  // Who asks this early wants to know that it is early, not to wait.
  if (!session.isReady) return { ...common(session), state: 'reading', counts: {}, ...NO_NUMBERS };
  const counts = await countAll(session, token);
  const numbers = workspaceNumbers(await session.snapshot());
  const broken = numbers.broken.map((at) => spelledLocation(session, at));
  return { ...common(session), state: 'ready', counts: counts ?? {}, ...numbers, broken };
}

const common = ({
  changes,
  clock,
  service,
  host,
  isWatching,
}: Session): Pick<StatusResult, 'revision' | 'today' | 'fixed' | 'watching'> => ({
  revision: changes.revision,
  today: clock.today(),
  fixed: host.roots().flatMap((root) => {
    const date = service.settings.of(root).at;
    return date === undefined ? [] : [{ folder: decodeURIComponent(baseName(root)), date }];
  }),
  watching: isWatching,
});

function tellChanges(session: Session): void {
  const { changes, connection, log } = session;
  const tell = async (): Promise<void> => {
    const { revision } = changes;
    const counts = await countAll(session);
    if (!counts) return;
    const message: TreeChanged = { revision, overdue: counts.overdue ?? 0, counts };
    await connection.sendNotification(TREE_CHANGED, message);
  };
  changes.onChange(
    debounced(
      () => void tell().catch((error: unknown) => log.error(`Counting failed: ${errorText(error)}`)),
      QUIET,
      AT_MOST,
    ),
  );
}

/** A cell of a notebook in an editor is a document of its own. */
function spelledLocation({ documents, notebooks }: Session, { uri, range, cell }: Location): Location {
  const shown = cell === undefined ? undefined : notebooks.cellUri(uri, cell);
  if (shown !== undefined) return { uri: shown, range };
  return { uri: documents.spell(uri), range, ...(cell === undefined ? {} : { cell }) };
}

const spelled = <T extends { readonly location?: Location }>(session: Session, of: T): T =>
  of.location ? { ...of, location: spelledLocation(session, of.location) } : of;
