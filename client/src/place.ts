import { Uri, Range, type Command } from 'vscode';
import type { Location } from '../../server/src/protocol';

/** The command that goes to a place: what a click on a row does. */
export function goTo(location: Location, title: string): Command {
  return { command: 'aims.revealPlace', title, arguments: [{ location }] };
}

/** A place in the server's words in those of VS Code. */
export function toPlace({ uri, range: { start, end } }: Location): { uri: Uri; range: Range } {
  return {
    uri: Uri.parse(uri, true),
    range: new Range(start.line, start.character, end.line, end.character),
  };
}
