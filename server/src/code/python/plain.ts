/**
 * Python that is right and that the grammar does not know: written so that it does, at the same places. Only source
 * with a syntax error is looked at.
 */
const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** @returns a text of the same length and lines */
export function plainPython(text: string): string {
  return (
    text
      .replaceAll('\f', ' ')
      // A yield of nothing.
      .replace(/\byield(?=[ \t]*(?:[)#\r\n]|$))/g, 'None ')
      // 24. * 3600
      .replace(/((?<![\w.])\d[\d_]*)\.(?![\w.])/g, '$1 ')
      // with open_both() as (one, other):
      .replace(/\bas[ \t]*\([\w, \t]*\)(?=[ \t]*[:,])/g, blank)
      // case Point():
      .replace(/^[ \t]*case\b.*\(\).*$/gm, (line) => line.replaceAll('()', '  '))
  );
}
