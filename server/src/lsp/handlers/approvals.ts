/** Approvals: what a chosen action records, `aims/approvables` and `aims/attest`. */
import { tr } from '../../l10n/tr';
import { RequestType, type CodeAction } from 'vscode-languageserver';
import { approvablesOfFile, lineOf } from '../../features/attest/offers';
import { everybodyFor, namedThere } from '../../features/attest/who';
import { stateWords } from '../../features/attest/words';
import type { Approvable } from '../../lock/approvable';
import { approvalsOf } from '../../lock/state';
import {
  APPROVABLES_REQUEST,
  ATTEST_REQUEST,
  type ApprovableItem,
  type ApprovablesParams,
  type ApprovablesResult,
  type AttestParams,
  type AttestResult,
} from '../../protocol';
import type { Snapshot } from '../../workspace/snapshot';
import { canonicalUri } from '../../workspace/uri';
import { answer } from '../answer';
import { attestInEditor, refusalOf } from '../attesting';
import type { Session } from '../session';
import { warn } from '../warn';

export function answerApprovals(session: Session): void {
  answer(
    session,
    new RequestType<ApprovablesParams | null, ApprovablesResult, void>(APPROVABLES_REQUEST),
    (params) => approvables(session, params),
    { otherwise: { items: [] } },
  );
  answer(
    session,
    new RequestType<AttestParams | null, AttestResult, void>(ATTEST_REQUEST),
    async (params) => {
      const asked = readParams(params);
      return asked
        ? attestInEditor(session, asked)
        : { refused: tr('It has to be said what is approved, and by whom.') };
    },
    {
      otherwise: () => ({ refused: tr('The approval could not be recorded. The log of AIMS says more.') }),
      // A large file that is approved has to be read first.
      staysOpen: true,
    },
  );
}

/** Any client may send anything. */
function readParams(params: unknown): AttestParams | undefined {
  if (typeof params !== 'object' || params === null) return undefined;
  const { uri, part, by } = params as Partial<Record<keyof AttestParams, unknown>>;
  return typeof uri === 'string' && typeof part === 'string' && typeof by === 'string'
    ? { uri: canonicalUri(uri), part, by }
    : undefined;
}

/** The edit is made of what is shown when the action is chosen, at that time. An action of another kind stays as it is. */
export async function resolveApproval(session: Session, action: CodeAction): Promise<CodeAction> {
  const asked = readParams(action.data);
  if (!asked) return action;
  const attested = await attestInEditor(session, asked);
  if ('edit' in attested) return { ...action, edit: attested.edit };
  // An action that was chosen cannot be disabled any more.
  warn(session, attested.refused);
  return action;
}

async function approvables(session: Session, params: ApprovablesParams | null): Promise<ApprovablesResult> {
  if (typeof params?.uri !== 'string') return { items: [] };
  const snapshot = await session.snapshot();
  const items = approvablesOfFile(snapshot, canonicalUri(params.uri)).flatMap(
    (approvable) => itemOf(session, snapshot, approvable) ?? [],
  );
  return { items: items.sort((a, b) => a.location.range.start.line - b.location.range.start.line) };
}

/** A name, which nobody has to know. */
const ANYBODY = 'Any Body';

function itemOf(session: Session, snapshot: Snapshot, approvable: Approvable): ApprovableItem | undefined {
  const range = lineOf(snapshot, approvable);
  if (!range) return undefined;
  const named = new Set(namedThere(approvable).map(({ by }) => by));
  const people = everybodyFor(approvable).map((who) => ({ ...who, isNamed: named.has(who.by) }));
  // Who approves makes no difference to whether it can be.
  const refused = refusalOf(session, snapshot, approvable, people[0]?.by ?? ANYBODY);
  return {
    part: approvable.part,
    title: approvable.title,
    state: stateWords(approvable, approvalsOf(snapshot).stateOf(approvable)),
    people,
    ...(refused === undefined ? {} : { refused }),
    location: { uri: session.documents.spell(approvable.uri), range },
  };
}
