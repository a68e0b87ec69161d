import { Uri } from 'vscode';
import type { DraftCardResult } from '../../../server/src/protocol';
import { selectPlaceholder } from './placeholder';
import { exists, offerToOpen, showUnsaved } from './unsaved-card';

/**
 * Shows what the server drafted in an editor that is not saved yet, at the first thing to fill in. What is there already,
 * in a file or in such an editor, is left as it is.
 *
 * @returns false where nothing was drafted, and nothing is shown
 */
export async function showDrafted(drafted: DraftCardResult | undefined): Promise<boolean> {
  if (drafted === undefined || drafted.is === 'nothing') return false;
  const file = Uri.parse(drafted.uri, true);
  if (drafted.is === 'there' || (await exists(file))) {
    offerToOpen(file);
    return true;
  }
  const { editor, isNew } = await showUnsaved(file, drafted.text);
  if (isNew) selectPlaceholder(editor);
  return true;
}
