/** The parts a file has that evidence can point to, for completion: headings, ids, tests, symbols, cells, pointers. */
import { analyseCode } from '../code';
import { fileTypeOf } from './file-type';
import { readNotebook } from './find-cell';
import { htmlAnchors, withoutComments } from './html';
import { jsTests } from './js-definitions';
import { markdownAnchors } from './markdown';
import { valueAt } from './pointer';
import { pointerText, pointerTokens } from './target';

export interface ListedPart {
  /** As it is written behind `#` or `::`. */
  readonly text: string;
  readonly what: 'heading' | 'id' | 'test' | 'symbol' | 'cell' | 'value' | 'values';
  /** Of a value, as written in the file. */
  readonly value?: string;
}

/** UTF-16 code units of prose and code that are looked through; as where a part is looked for. */
const MAX_LENGTH = 2_000_000;
/** More than anybody scrolls through. */
const MOST = 500;
/** In a pointer, a step no file has: it leads to where it ends, with the keys that are there. */
const NOWHERE = '\0';

/**
 * @param fileName a name, path or URI; only its extension is read
 * @param behind what stands before the part
 * @param typed what is typed of the part so far: of a pointer, the steps to list below
 */
export function listParts(
  fileName: string,
  text: string,
  behind: '#' | '::',
  typed: string,
): readonly ListedPart[] {
  if (text.length > MAX_LENGTH || text.includes('\0')) return [];
  const parts = behind === '::' ? testsIn(fileName, text) : placesIn(fileName, text, typed);
  const seen = new Set<string>();
  return parts.filter(({ text: part }) => part !== '' && !seen.has(part) && seen.add(part)).slice(0, MOST);
}

function placesIn(fileName: string, text: string, typed: string): readonly ListedPart[] {
  switch (fileTypeOf(fileName)) {
    case 'markdown':
      return markdownAnchors(text).map(({ id }) => ({ text: id, what: 'heading' }));
    case 'html':
      return htmlAnchors(withoutComments(text)).map(({ id }) => ({ text: id, what: 'id' }));
    case 'json':
    case 'yaml':
      return pointersIn(fileName, text, typed);
    case 'notebook':
      return typed.startsWith('/') ? pointersIn(fileName, text, typed) : cellsIn(fileName, text);
    case 'python':
      return symbolsIn(fileName, text).map((name) => ({ text: name, what: 'symbol' }));
    case 'javascript':
      return testsIn(fileName, text);
    case 'other':
      return [];
  }
}

const symbolsIn = (fileName: string, text: string): readonly string[] =>
  analyseCode(fileName, text, 'all')?.symbols?.map(({ name }) => name) ?? [];

/** Functions and methods as pytest finds them; classes are named on the way. */
const PYTHON_TEST = /(?:^|\.)test[^.]*$/;

function testsIn(fileName: string, text: string): readonly ListedPart[] {
  switch (fileTypeOf(fileName)) {
    case 'python':
      return symbolsIn(fileName, text)
        .filter((name) => PYTHON_TEST.test(name))
        .map((name) => ({ text: name.replaceAll('.', '::'), what: 'test' }));
    case 'javascript':
      return jsTests(text).map(({ names }) => ({ text: names.join('::'), what: 'test' }));
    default:
      return [];
  }
}

function cellsIn(fileName: string, text: string): readonly ListedPart[] {
  const cells = readNotebook(text)?.cells ?? [];
  return [
    ...cells.map((_, index): ListedPart => ({ text: `cell-${index + 1}`, what: 'cell' })),
    ...cells.flatMap(({ language, text: prose }) =>
      language === 'markdown'
        ? markdownAnchors(prose).map(({ id }): ListedPart => ({ text: id, what: 'heading' }))
        : [],
    ),
    ...symbolsIn(fileName, text).map((name): ListedPart => ({ text: name, what: 'symbol' })),
  ];
}

/** One step at a time, as one types. */
function pointersIn(fileName: string, text: string, typed: string): readonly ListedPart[] {
  const above = pointerTokens(typed.slice(0, Math.max(0, typed.lastIndexOf('/'))));
  const answer = valueAt(fileName, text, [...above, NOWHERE]);
  if (answer.kind !== 'missing' || answer.depth < above.length) return [];
  const steps =
    answer.length === undefined
      ? answer.keys
      : Array.from({ length: Math.min(answer.length, MOST) }, (_, index) => String(index));
  return steps.slice(0, MOST_VALUES).flatMap((step): readonly ListedPart[] => {
    const tokens = [...above, step];
    const value = valueAt(fileName, text, tokens);
    if (value.kind !== 'value') return [];
    const pointer = pointerText(tokens);
    return value.type === 'map' || value.type === 'list'
      ? [{ text: `${pointer}/`, what: 'values' }]
      : [{ text: pointer, what: 'value', value: value.source }];
  });
}

/** Each is read by going through the file once. */
const MOST_VALUES = 100;
