/** Jupyter notebooks (nbformat 3 and 4) -> facts by cell. */
import { translatable } from '../l10n/tr';
import { analyseSources } from './python';
import type { Signals } from './signals';
import type { CodeFacts } from './types';

/** UTF-16 code units. Larger ones are large for their outputs; reading them would hold up everything else. */
const MAX_NOTEBOOK_LENGTH = 20_000_000;

export interface Cell {
  /** Language id of the cell, e.g. `python`, `markdown`. */
  readonly language: string;
  readonly text: string;
}

/** @param cells all cells in order, of any language; facts carry the index in this list */
export function analyseCells(cells: readonly Cell[], signals?: Signals): CodeFacts {
  const sources = cells.flatMap(({ language, text }, cell) => (isPython(language) ? [{ text, cell }] : []));
  return { language: 'notebook', ...analyseSources(sources, undefined, signals) };
}

/** @param text an `.ipynb` file */
export function analyseNotebook(text: string, signals?: Signals): CodeFacts {
  if (text.length > MAX_NOTEBOOK_LENGTH)
    return unreadable(translatable('The notebook is too large to be read.'));
  let notebook: unknown;
  try {
    notebook = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return unreadable(translatable('The notebook is not valid JSON.'));
  }
  const cells = cellsOf(notebook);
  return cells
    ? analyseCells(cells, signals)
    : unreadable(translatable('The notebook has no list of cells.'));
}

/** @returns all cells, or `undefined` where the value is no notebook */
export function cellsOf(notebook: unknown): Cell[] | undefined {
  const language = languageOf(notebook);
  const cells = at(notebook, 'cells') ?? worksheetCells(at(notebook, 'worksheets'));
  if (!Array.isArray(cells)) return undefined;
  return cells.map((cell: unknown) => ({
    language: at(cell, 'cell_type') === 'code' ? cellLanguage(cell, language) : 'markdown',
    text: sourceText(at(cell, 'source') ?? at(cell, 'input')),
  }));
}

/** nbformat 3 keeps cells in worksheets. */
function worksheetCells(worksheets: unknown): unknown[] | undefined {
  if (!Array.isArray(worksheets)) return undefined;
  return worksheets.flatMap((sheet: unknown) => {
    const cells = at(sheet, 'cells');
    return Array.isArray(cells) ? (cells as unknown[]) : [];
  });
}

function languageOf(notebook: unknown): string {
  const metadata = at(notebook, 'metadata');
  const names = [
    at(at(metadata, 'kernelspec'), 'language'),
    at(at(metadata, 'language_info'), 'name'),
    at(metadata, 'language'),
  ];
  return names.find((name) => typeof name === 'string') ?? 'python';
}

/** VS Code writes a cell's own language into its metadata; nbformat 3 has a field for it. */
function cellLanguage(cell: unknown, usual: string): string {
  const own = at(at(at(cell, 'metadata'), 'vscode'), 'languageId') ?? at(cell, 'language');
  return typeof own === 'string' ? own : usual;
}

function sourceText(source: unknown): string {
  if (typeof source === 'string') return source;
  if (!Array.isArray(source)) return '';
  return source.filter((line): line is string => typeof line === 'string').join('');
}

function isPython(language: string): boolean {
  return /^i?python\d?$/i.test(language);
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function unreadable(reason: string): CodeFacts {
  return { language: 'notebook', signals: [], symbols: [], comments: [], unreadable: reason };
}
