import { Uri, Range, type Command } from 'vscode';
import { REVEAL_PLACE, type Location, type RevealPlace } from '../../server/src/protocol';

/** The command that goes to a place: what a click on a row does. */
export function goTo(location: Location, title: string): Command {
  const place: RevealPlace = { location };
  return { command: REVEAL_PLACE, title, arguments: [place] };
}

/** A place in the server's words in those of VS Code. */
export function toPlace({ uri, range: { start, end } }: Location): { uri: Uri; range: Range } {
  return {
    uri: Uri.parse(uri, true),
    range: new Range(start.line, start.character, end.line, end.character),
  };
}
