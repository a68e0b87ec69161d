/** Brackets, comments and ends of lines in JavaScript source. */
import type { Sign } from '../flow/mend';
import { endOfComment, endOfTemplate, endOfText } from './chunks';

export function* scanJavaScript(source: string): Iterable<Sign> {
  /** Where templates begin that have an open hole, and how many brackets were open before the hole. */
  const templates: { readonly at: number; readonly depth: number }[] = [];
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    switch (source.charCodeAt(at)) {
      case 34: // "
      case 39: // '
        at = endOfText(source, at);
        break;
      case 96: {
        // `
        const end = endOfTemplate(source, at + 1);
        if (end >= source.length) {
          yield { is: 'endless', at };
          return;
        }
        if (source.charCodeAt(end) === 123) templates.push({ at, depth });
        at = end;
        break;
      }
      case 47: {
        // /
        const end = endOfComment(source, at);
        if (end >= source.length && source.startsWith('/*', at)) {
          yield { is: 'endless', at };
          return;
        }
        if (source.startsWith('//', at)) yield { is: 'comment', at };
        at = end;
        break;
      }
      case 40: // (
      case 91: // [
      case 123: // {
        depth++;
        yield { is: 'open', at };
        break;
      case 125: {
        // }
        const template = templates.at(-1);
        if (template?.depth !== depth) {
          depth = Math.max(0, depth - 1);
          yield { is: 'close', at };
          break;
        }
        const end = endOfTemplate(source, at + 1);
        if (end >= source.length) {
          yield { is: 'endless', at: template.at };
          return;
        }
        if (source.charCodeAt(end) !== 123) templates.pop();
        at = end;
        break;
      }
      case 41: // )
      case 93: // ]
        depth = Math.max(0, depth - 1);
        yield { is: 'close', at };
        break;
      case 10: // \n
        yield { is: 'line', at };
    }
  }
  const [template] = templates;
  if (template) yield { is: 'endless', at: template.at };
}
