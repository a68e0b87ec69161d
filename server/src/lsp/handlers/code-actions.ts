/** `textDocument/codeAction`: fixes of findings, silencing one, mending all that can be mended, and refactorings. */
import { tr } from '../../l10n/tr';
import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Range,
} from 'vscode-languageserver';
import { inProject } from '../../draft';
import { losslessEdits } from '../../features/fix-all';
import { suppression } from '../../features/suppress';
import type { Fix } from '../../fixes/edit';
import type { Finding } from '../../rules/rule';
import type { Snapshot } from '../../workspace/snapshot';
import { canonicalUri } from '../../workspace/uri';
import { answer } from '../answer';
import { findingsOf } from '../diagnostics/report';
import { toDiagnostic } from '../diagnostics/to-diagnostic';
import { revealAfter } from '../reveal';
import { judgeSystemsOf } from '../judged';
import { APPROVE, CREATE_CARD, FIX_ALL } from '../server-capabilities';
import { snapshotFor, type Session } from '../session';
import { toWorkspaceEdit } from '../workspace-edit';
import { approvalActions } from './approval-actions';
import { cardFix, draftAction, draftedFolder, isOnMlLine } from './card-actions';
import { refactorings } from './refactorings';

export function answerCodeActions(session: Session): void {
  const handle = async (
    { textDocument, range, context }: CodeActionParams,
    token: CancellationToken,
  ): Promise<CodeAction[] | null> => {
    const snapshot = await snapshotFor(session, textDocument.uri, token);
    // Before anything is waited for: typing may go on while the edits are made.
    const made: Made = { session, snapshot, versions: session.documents.versions() };
    await judgeSystemsOf(session, { snapshot, uri: canonicalUri(textDocument.uri) }, token);
    const findings = findingsOf(session, snapshot, textDocument.uri);
    const actions: CodeAction[] = [];
    if (wants(context.only, FIX_ALL, false))
      actions.push(...(await fixAll(made, textDocument.uri, findings)));
    const here = findings.filter((found) => overlaps(found.range, range));
    const approvals = await approvalActions(session, snapshot, {
      uri: canonicalUri(textDocument.uri),
      range,
      findings: here,
    });
    const [again, anew] = [CodeActionKind.QuickFix, APPROVE].map((kind) =>
      wants(context.only, kind, true) ? approvals.filter((action) => action.kind === kind) : [],
    );
    actions.push(...(again ?? []));
    if (wants(context.only, CodeActionKind.QuickFix, true)) {
      const mending = await quickFixes(made, textDocument.uri, here);
      actions.push(...mending, ...(await cardQuickFix(made, textDocument.uri, range, mending)));
    }
    actions.push(...(anew ?? []));
    // Unasked, a bulb on every line in braces would tell nobody anything.
    const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
    actions.push(
      ...(await refactorings(session, made, { uri: textDocument.uri, position: range.start }, (kind) =>
        wants(context.only, kind, isAsked),
      )),
    );
    if (wants(context.only, CREATE_CARD, false))
      actions.push(...(await cardActions(made, textDocument.uri, CREATE_CARD)));
    return actions.length > 0 ? actions : null;
  };
  answer(session, CodeActionRequest.type, handle, { otherwise: null });
}

/** What the actions of one request are made from. */
interface Made {
  readonly session: Session;
  readonly snapshot: Snapshot;
  /** Of the texts the snapshot holds. */
  readonly versions: ReadonlyMap<string, number>;
}

/** Kinds are hierarchical: who wants `source` wants `source.fixAll.aims` too. */
function wants(only: readonly string[] | undefined, kind: string, byDefault: boolean): boolean {
  if (!only) return byDefault;
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

const overlaps = (a: Finding['range'], b: Range): boolean =>
  !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

/** First what mends any of the findings, then what silences one: editors keep the order. */
async function quickFixes(
  made: Made,
  uri: string,
  findings: readonly Finding[],
): Promise<readonly CodeAction[]> {
  const { session, snapshot } = made;
  const offered = (fixesOf: (finding: Finding) => readonly Fix[]): readonly (readonly [Finding, Fix])[] =>
    findings.flatMap((finding) => fixesOf(finding).map((fix) => [finding, fix] as const));
  const fixes = [
    ...offered((finding) => session.service.fixes(snapshot, finding)),
    ...offered((finding) => silence(session, uri, finding)),
  ];
  const actions = await Promise.all(fixes.map(([finding, fix]) => toAction(made, finding, fix)));
  return actions.flatMap((action) => action ?? []);
}

async function toAction(made: Made, finding: Finding, fix: Fix): Promise<CodeAction | undefined> {
  const action = await editing(made, fix);
  return (
    action && {
      ...action,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(made.session, finding)],
      ...(fix.preferred ? { isPreferred: true } : {}),
    }
  );
}

/** What a fix changes, and what is run afterwards. */
async function editing(
  { session, snapshot, versions }: Made,
  offered: Fix,
): Promise<Pick<CodeAction, 'title' | 'edit' | 'data' | 'command'> | undefined> {
  const isDraft = draftedFolder(offered) !== undefined;
  const fix = isDraft ? await inProject(session.host, snapshot, offered) : offered;
  const command = revealAfter(session, fix.title, fix.changes);
  const folder = draftedFolder(fix);
  const action =
    folder === undefined
      ? await writing(session, fix, versions)
      : await draftAction(session, snapshot, fix, folder);
  return action && { ...(command ? { command } : {}), ...action };
}

async function writing(
  session: Session,
  fix: Fix,
  versions: ReadonlyMap<string, number>,
): Promise<CodeAction | undefined> {
  const changes = fix.changes.filter((change) => change.kind !== 'draft');
  const edit = await toWorkspaceEdit(session, { ...fix, changes }, versions);
  return edit && { title: fix.title, edit };
}

/** What can be done with the whole file of code, wherever the cursor is. */
async function cardActions(made: Made, uri: string, kind: string): Promise<readonly CodeAction[]> {
  const fix = cardFix(made.snapshot, uri);
  const action = fix && (await editing(made, fix));
  return action ? [{ ...action, kind }] : [];
}

/** The same with a bulb, on each line where a model is at work and not only on the one that is marked. */
async function cardQuickFix(
  made: Made,
  uri: string,
  range: Range,
  offered: readonly CodeAction[],
): Promise<readonly CodeAction[]> {
  if (!isOnMlLine(made.session, made.snapshot, uri, range)) return [];
  const actions = await cardActions(made, uri, CodeActionKind.QuickFix);
  return actions.filter(({ title }) => !offered.some((other) => other.title === title));
}

/** What is wrong with the file itself is mended, not silenced. */
function silence({ documents }: Session, uri: string, finding: Finding): readonly Fix[] {
  const opened = documents.get(uri);
  if (!opened || finding.severity === 'error' || finding.rule.startsWith('suppression-')) return [];
  return [suppression(finding, opened.document.getText(), languageOf(opened.languageId)) ?? []].flat();
}

function languageOf(languageId: string): 'yaml' | 'python' | 'javascript' {
  if (languageId === 'python') return 'python';
  return /^(?:java|type)script/.test(languageId) ? 'javascript' : 'yaml';
}

async function fixAll(
  { session, snapshot, versions }: Made,
  uri: string,
  findings: readonly Finding[],
): Promise<readonly CodeAction[]> {
  const key = canonicalUri(uri);
  const fixes = findings.flatMap((finding) => session.service.fixes(snapshot, finding).slice(0, 1));
  const edits = losslessEdits(key, fixes);
  if (edits.length === 0) return [];
  const title = tr('Fix everything that needs no decision');
  const edit = await toWorkspaceEdit(
    session,
    { title, changes: [{ kind: 'edit', uri: key, edits }] },
    versions,
  );
  return edit ? [{ title, kind: FIX_ALL, edit }] : [];
}
