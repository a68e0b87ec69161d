import { Range, Selection, type TextDocument, type TextEditor } from 'vscode';

/** What files that were drafted hold where only people know the answer; in comments it is only named. */
const PLACEHOLDER = /^(?:[^#\n]*[:-] )TODO(?=\s|$)/;

/** Marks the first place that is to be filled in, so that typing does. */
export function selectPlaceholder(editor: TextEditor): void {
  const place = firstPlaceholder(editor.document);
  if (!place) return;
  editor.selection = new Selection(place.start, place.end);
  editor.revealRange(place);
}

function firstPlaceholder(document: TextDocument): Range | undefined {
  for (let line = 0; line < document.lineCount; line++) {
    const found = PLACEHOLDER.exec(document.lineAt(line).text);
    if (found) return new Range(line, found[0].length - 'TODO'.length, line, found[0].length);
  }
  return undefined;
}
