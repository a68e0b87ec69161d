/** Brackets, comments and ends of lines in Python source. */
import type { Sign } from '../flow/mend';
import { endOfLine, endOfText } from './chunks';

export function* scanPython(source: string): Iterable<Sign> {
  for (let at = 0; at < source.length; at++) {
    switch (source.charCodeAt(at)) {
      case 35: // #
        yield { is: 'comment', at };
        at = endOfLine(source, at) - 1;
        break;
      case 34: // "
      case 39: {
        // '
        const end = endOfText(source, at);
        const quote = source.charAt(at).repeat(3);
        const isLong = source.startsWith(quote, at);
        if (isLong && (end < at + 6 || !source.startsWith(quote, end - 3))) {
          yield { is: 'endless', at };
          return;
        }
        // Its line is half-typed as one with an open bracket is.
        if (!isLong && (end < at + 2 || source.charAt(end - 1) !== source.charAt(at)))
          yield { is: 'open', at };
        at = end - 1;
        break;
      }
      case 40: // (
      case 91: // [
      case 123: // {
        yield { is: 'open', at };
        break;
      case 41: // )
      case 93: // ]
      case 125: // }
        yield { is: 'close', at };
        break;
      case 10: // \n
        yield { is: 'line', at };
    }
  }
}
