/** Records an approval as an edit of `aims.lock`, of what the editor shows at this moment. */
import { tr, translatable } from '../l10n/tr';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { attest, whyRefused } from '../features/attest';
import { toFileChange } from '../features/attest/fix';
import { approvableAt } from '../features/attest/offers';
import { recordedWords } from '../features/attest/words';
import type { Approvable, ReadingContext } from '../lock/approvable';
import { lockPlaceOf } from '../lock/where';
import type { Digest } from '../evidence';
import type { AttestParams } from '../protocol';
import { visibleText } from '../syntax/quoteForUser';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, folderOf, rootOf } from '../workspace/uri';
import type { WorkspaceHost } from '../workspace/host';
import type { Session } from './session';
import { pause } from './timers';
import { toWorkspaceEdit } from './workspace-edit';

export type Attested =
  | { readonly edit: WorkspaceEdit; readonly record: string; readonly message: string }
  /** A sentence. */
  | { readonly refused: string };

const GONE = translatable('What was to be approved is not there any more.');

/** The day and time of an approval given now. */
function nowFor({ clock, service }: Session, uri: string) {
  const today = clock.today();
  const date = service.date(uri);
  return { recordedOn: clock.now(), today, latest: date > today ? date : today };
}

const LONGEST_SHOWN = 1_000;

/** For a notification: VS Code makes links of what looks like one there, also to commands, and names come from files. */
const notified = (text: string): string => visibleText(text, LONGEST_SHOWN).replaceAll('](', '] (');

/** @param params of which `uri` is canonical */
export async function attestInEditor(session: Session, params: AttestParams): Promise<Attested> {
  const attested = await attestNow(session, params);
  return 'refused' in attested
    ? { refused: notified(attested.refused) }
    : { ...attested, message: notified(attested.message) };
}

async function attestNow(session: Session, { uri, part, by }: AttestParams): Promise<Attested> {
  const { service, documents } = session;
  const known = await session.snapshot();
  const asked = approvableAt(known, uri, part);
  if (!asked) return { refused: tr(GONE) };
  const { lock } = lockPlaceOf(known.roots, asked);
  if (await isLink(session.host, lock))
    return { refused: tr('aims.lock is a link here. Put a file of its own there.') };
  // Its word may not have come yet: nothing is to be lost that another program has added.
  await service.index.changed([lock]);
  const { approvables, context } = await service.toApprove((now) =>
    [approvableAt(now, uri, part) ?? []].flat(),
  );
  const [approvable] = approvables;
  if (!approvable) return { refused: tr(GONE) };
  const versions = documents.versions();
  const email = await emailFor(session, context.snapshot, approvable);
  const { outcomes, changes, troubles } = attest([approvable], context, {
    by,
    email,
    ...nowFor(session, uri),
  });
  const [outcome] = outcomes;
  const [change] = changes;
  const [trouble] = troubles;
  if (!outcome || outcome.kind === 'refused')
    return { refused: [outcome?.reason ?? tr(GONE), ...(trouble ? [trouble.message] : [])].join(' ') };
  const message = recordedWords(approvable, outcome.recorded, service.date(uri));
  if (outcome.kind === 'unchanged' || !change)
    return { refused: tr('Nothing to write: it is recorded already, and unchanged. {0}', message) };
  const fix = { title: message, changes: [toFileChange(change)] };
  const edit = await toWorkspaceEdit(session, fix, versions);
  return edit
    ? { edit, record: documents.spell(change.uri), message }
    : {
        refused: tr(
          'The editor cannot create aims.lock here, or something else has that name. Use `aims attest`.',
        ),
      };
}

/** Links are not listed: what is there all the same is one. */
async function isLink(host: WorkspaceHost, uri: string): Promise<boolean> {
  const found = await host.stat(uri);
  if (found === 'missing' || !host.list) return false;
  return found === 'outside' || !(await host.list(folderOf(uri))).some(({ name }) => name === baseName(uri));
}

/** How long git may take to say who writes: without it the record is as good. In milliseconds. */
const GIT_WAIT = 1_000;

/** Who writes, as git knows them, where git may be asked. */
async function emailFor(
  session: Session,
  snapshot: Snapshot,
  approvable: Approvable,
): Promise<string | undefined> {
  const host: WorkspaceHost = session.host;
  const asked = host.git?.(rootOf(approvable.uri, snapshot.roots) ?? '')?.userEmail();
  const email = asked && (await Promise.race([asked, pause(GIT_WAIT)]));
  return email?.known ? email.value : undefined;
}

const SOME_DIGEST: Digest = `sha256:${'0'.repeat(64)}`;

/** Why something cannot be approved, as far as that is known without reading what it rests on. */
export function refusalOf(
  session: Session,
  snapshot: Snapshot,
  approvable: Approvable,
  by: string,
): string | undefined {
  const context: ReadingContext = {
    snapshot,
    targets: () => ({ content: SOME_DIGEST, bytes: undefined }),
  };
  return whyRefused(approvable, context, { by, ...nowFor(session, approvable.uri) });
}
