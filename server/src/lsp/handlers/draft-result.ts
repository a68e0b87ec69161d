/** How a request for a draft is answered: with a text, which the editor shows before anything is written. */
import { RequestType } from 'vscode-languageserver';
import type { DraftCardResult } from '../../protocol';
import type { Snapshot } from '../../workspace/snapshot';
import { canonicalFolder } from '../../workspace/uri';
import { answer } from '../answer';
import type { Session } from '../session';

const NOTHING: DraftCardResult = { is: 'nothing' };

/** What is drafted for a folder; its URI is canonical. */
export interface Drafting<P> {
  /** The file that is in its place already. */
  readonly there: (snapshot: Snapshot, folder: string) => string | undefined;
  /** @returns undefined where there is nothing to draft it from, or no place for it */
  readonly draft: (
    snapshot: Snapshot,
    folder: string,
    params: P,
  ) => Promise<{ readonly uri: string; readonly text: string } | undefined>;
}

export function answerDraft<P extends { readonly folder: string }>(
  session: Session,
  method: string,
  { there, draft }: Drafting<P>,
): void {
  const handle = async (params: P | null): Promise<DraftCardResult | null> => {
    if (typeof params?.folder !== 'string') return NOTHING;
    const folder = canonicalFolder(params.folder);
    const snapshot = await session.snapshot();
    const before = there(snapshot, folder);
    if (before !== undefined) return { is: 'there', uri: session.documents.spell(before) };
    const drafted = await draft(snapshot, folder, params);
    return drafted ? { is: 'draft', uri: drafted.uri, text: drafted.text } : NOTHING;
  };
  // Somebody asked and waits, with a bar that shows it. Where it fails, there may be something all the same.
  const options = { otherwise: null, staysOpen: true };
  answer(session, new RequestType<P | null, DraftCardResult | null, void>(method), handle, options);
}
