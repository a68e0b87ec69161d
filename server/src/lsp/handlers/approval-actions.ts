/** Code actions that record an approval: offered on the line that relies on it, and on a finding that it is suspect. */
import { CodeActionKind, type CodeAction, type Command, type Range } from 'vscode-languageserver';
import { approvableAt, approvablesAt, offersFor, type Offer } from '../../features/attest/offers';
import type { Approvable } from '../../lock/approvable';
import { lockPlaceOf } from '../../lock/where';
import { SAVE_RECORD, type AttestParams } from '../../protocol';
import type { Finding } from '../../rules/rule';
import type { Snapshot } from '../../workspace/snapshot';
import { attestInEditor, refusalOf } from '../attesting';
import { toDiagnostic } from '../diagnostics/to-diagnostic';
import { APPROVE } from '../server-capabilities';
import type { Session } from '../session';

/** Rules about an approval, by which part of a file it is of. */
const isAbout = ({ rule, data, uri }: Finding, approvable: Approvable): boolean =>
  rule === 'approval-suspect' && data.part === approvable.part && uri === approvable.uri;

/** What is offered where the selection is. @param uri canonical */
export function approvalActions(
  session: Session,
  snapshot: Snapshot,
  at: { readonly uri: string; readonly range: Range; readonly findings: readonly Finding[] },
): Promise<readonly CodeAction[]> {
  const suspect = at.findings.flatMap(({ rule, data }) =>
    rule === 'approval-suspect' && typeof data.part === 'string'
      ? [approvableAt(snapshot, at.uri, data.part) ?? []].flat()
      : [],
  );
  const approvables = [...new Set([...suspect, ...approvablesAt(snapshot, at.uri, at.range)])];
  return Promise.all(
    offersFor(snapshot, approvables).map((offer) =>
      toAction(
        session,
        snapshot,
        offer,
        at.findings.find((finding) => isAbout(finding, offer.approvable)),
      ),
    ),
  ).then((actions) => actions.flatMap((action) => action ?? []));
}

async function toAction(
  session: Session,
  snapshot: Snapshot,
  { approvable, who, title }: Offer,
  finding: Finding | undefined,
): Promise<CodeAction | undefined> {
  const { client, documents } = session;
  const action: CodeAction = {
    title,
    kind: finding ? CodeActionKind.QuickFix : APPROVE,
    ...(finding ? { diagnostics: [toDiagnostic(session, finding)] } : {}),
  };
  const refused = refusalOf(session, snapshot, approvable, who.by);
  if (refused !== undefined)
    return client.disabledActions ? { ...action, disabled: { reason: refused } } : undefined;
  const { lock } = lockPlaceOf(snapshot.roots, approvable);
  const command: Command = { title, command: SAVE_RECORD, arguments: [documents.spell(lock)] };
  const data: AttestParams = { uri: approvable.uri, part: approvable.part, by: who.by };
  const whole = { ...action, ...(client.savesRecords ? { command } : {}) };
  if (client.resolvesActions) return { ...whole, data };
  const attested = await attestInEditor(session, data);
  return 'edit' in attested ? { ...whole, edit: attested.edit } : undefined;
}
