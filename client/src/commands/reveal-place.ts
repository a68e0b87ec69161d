import { window } from 'vscode';
import type { RevealPlace } from '../../../server/src/protocol';
import { toPlace } from '../place';

/** Opens a file and puts the cursor where something stands, or would stand. */
export async function revealPlace({ location }: Partial<RevealPlace>): Promise<void> {
  if (!location) return;
  const { uri, range } = toPlace(location);
  await window.showTextDocument(uri, { selection: range.with({ end: range.start }), preview: true });
}
