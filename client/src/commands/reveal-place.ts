import { window } from 'vscode';
import type { Location } from '../../../server/src/protocol';
import { toPlace } from '../place';

/** Opens the file of a row and puts the cursor where the row's answer stands, or would stand. */
export async function revealPlace({ location }: { readonly location?: Location }): Promise<void> {
  if (!location) return;
  const { uri, range } = toPlace(location);
  await window.showTextDocument(uri, { selection: range.with({ end: range.start }), preview: true });
}
