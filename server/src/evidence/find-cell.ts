/** Is there such a cell, heading or symbol in a notebook? */
import { tr } from '../l10n/tr';
import { nearest } from '../catalogue/nearest';
import { analyseCode } from '../code';
import { cellsOf } from '../code/notebook';
import type { Range } from '../syntax/types';
import { LineTable } from '../syntax/lines';
import { quoteForUser } from '../syntax/quoteForUser';
import { walkJson } from './json-walk';
import { markdownAnchors } from './markdown';
import { slugOf } from './slug';
import { missing, unknown, type PartAnswer } from './types';

/** UTF-16 code units. */
const MAX_LENGTH = 20_000_000;

/**
 * In this order: the id of a cell (nbformat 4.5); `cell-3`, the third cell, counted from 1 as people count; a heading in
 * a Markdown cell; a function or class. The range is the cell's in the text of the file.
 */
export function findInNotebook(name: string, fileName: string, text: string): PartAnswer {
  const notebook = readNotebook(text);
  if (!notebook) return unknown(() => tr('The notebook cannot be read.'));
  const { cells, ids, route } = notebook;
  const numbered = /^cell-(\d{1,6})$/.exec(name)?.[1];
  const byId = ids.indexOf(name);
  const index = byId >= 0 || numbered === undefined ? byId : Number(numbered) - 1;
  if (index >= 0 && index < cells.length) return found(text, route(index));
  if (numbered !== undefined) {
    const count = (): string =>
      tr(cells.length === 1 ? 'there is 1 cell' : 'there are {0} cells', cells.length);
    return missing(() => tr('{0} ({1}, counted from 1)', quoteForUser(name), count()));
  }
  const headings = cells.map(({ language, text: prose }) =>
    language === 'markdown' ? markdownAnchors(prose).map(({ id }) => id) : [],
  );
  const withHeading = headings.findIndex((slugs) => slugs.includes(slugOf(name)) || slugs.includes(name));
  if (withHeading >= 0) return found(text, route(withHeading));
  const facts = analyseCode(fileName, text, 'all');
  if (!facts?.symbols || facts.unreadable !== undefined)
    return unknown(() => tr('The code of the notebook cannot be read.'));
  const symbol = facts.symbols.find((each) => each.name === name);
  if (symbol) return found(text, route(symbol.cell ?? 0));
  if (facts.hasErrors) return unknown(() => tr('A cell has a syntax error.'));
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (cells.some((cell) => cell.language !== 'markdown' && cell.text.includes(last))) {
    return unknown(() => tr('The name stands in a cell, in a place that is not understood.'));
  }
  const known = [
    ...ids.filter((id) => id !== undefined),
    ...headings.flat(),
    ...facts.symbols.map((each) => each.name),
  ];
  return missing(() => tr('the cell {0}', quoteForUser(name)), nearest(name, known));
}

interface Notebook {
  readonly cells: readonly { readonly language: string; readonly text: string }[];
  readonly ids: readonly (string | undefined)[];
  /** JSON pointer to a cell by its number. */
  readonly route: (index: number) => readonly string[];
}

/** @returns undefined where the text is no notebook, or one too large to be read */
export function readNotebook(text: string): Notebook | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  const cells = cellsOf(content);
  if (!cells) return undefined;
  const raw = (content as { cells?: unknown }).cells;
  const ids = Array.isArray(raw) ? raw.map(idOf) : cells.map(() => undefined);
  // nbformat 3 keeps cells in worksheets, and hardly any notebook has two.
  const above = Array.isArray(raw) ? ['cells'] : ['worksheets', '0', 'cells'];
  return { cells, ids, route: (index) => [...above, String(index)] };
}

function idOf(cell: unknown): string | undefined {
  const id = typeof cell === 'object' && cell !== null ? (cell as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}

function found(text: string, tokens: readonly string[]): PartAnswer {
  const walk = walkJson(text, tokens);
  const table = LineTable.of(text);
  const span = walk.kind === 'found' ? walk : { start: 0, end: 0 };
  const range: Range = { start: table.positionAt(span.start), end: table.positionAt(span.end) };
  return { kind: 'found', range };
}
