/** Parts of files behind `#` and `::`: headings, ids, tests, symbols, cells, pointers; and the same for `anchor`. */
import { tr, translatable } from '../../l10n/tr';
import { listParts, type ListedPart } from '../../evidence';
import { flowText, yamlText } from '../../fixes/scalar';
import type { Completion, CompletionContext } from './types';

const WHAT: Readonly<Record<ListedPart['what'], string>> = {
  heading: 'heading',
  id: 'id',
  test: 'test',
  symbol: translatable('function, class or variable'),
  cell: translatable('cell, counted from 1'),
  value: '',
  values: translatable('has values below it'),
};

/** @returns undefined where what is typed names no part yet */
export async function partCompletions(
  context: CompletionContext,
): Promise<readonly Completion[] | undefined> {
  const { prefix, replace } = context.cursor.locus;
  const match = /^(.*?)(#|::)(.*)$/s.exec(prefix);
  if (!match || /^[a-z][a-z0-9+.-]*:(?!:)/i.test(prefix)) return undefined;
  const [, path = '', behind = '#', typed = ''] = match;
  const parts = await partsOf(context, path, behind === '::' ? '::' : '#', typed);
  const start = replace.start + path.length + behind.length;
  return items(context, parts, { start, before: `${path}${behind}` });
}

/** Of the key `anchor`: parts of the file that `path` beside it names. */
export async function anchorCompletions(context: CompletionContext): Promise<readonly Completion[]> {
  const { yaml, locus } = context.cursor;
  const path = yaml.node([...locus.route.slice(0, -1), 'path']);
  if (path?.kind !== 'scalar') return [];
  const parts = await partsOf(context, path.text, '#', locus.prefix);
  return items(context, parts, { start: locus.replace.start, before: '' });
}

async function partsOf(
  context: CompletionContext,
  path: string,
  behind: '#' | '::',
  typed: string,
): Promise<readonly ListedPart[]> {
  const { snapshot, cursor } = context;
  const resolved = snapshot.resolve(path, cursor.uri);
  if (resolved.kind !== 'file') return [];
  const text = await context.read(resolved.uri);
  return text === undefined ? [] : listParts(resolved.uri, text, behind, typed);
}

interface Place {
  /** Offset where the part starts. */
  readonly start: number;
  /** What of the scalar stands before it. */
  readonly before: string;
}

function items(
  { cursor: { parsed, locus } }: CompletionContext,
  parts: readonly ListedPart[],
  { start, before }: Place,
): readonly Completion[] {
  const isQuoted = /["']/.test(parsed.text.charAt(locus.replace.start - 1));
  return parts.map((part): Completion => {
    const whole = before + part.text;
    const written = locus.flow ? flowText(yamlText(whole)) : yamlText(whole);
    const detail = part.value ?? tr(WHAT[part.what]);
    const item = { label: part.text, kind: KIND[part.what], ...(detail === '' ? {} : { detail }), rank: 0 };
    // What plain YAML cannot hold is quoted as a whole; inside quotes the part alone is put in.
    return isQuoted || written === whole
      ? { ...item, newText: part.text, replace: parsed.rangeOf({ start, end: locus.replace.end }) }
      : { ...item, newText: written, filterText: whole, replace: parsed.rangeOf(locus.replace) };
  });
}

const KIND: Readonly<Record<ListedPart['what'], Completion['kind']>> = {
  heading: 'part',
  id: 'part',
  test: 'test',
  symbol: 'test',
  cell: 'part',
  value: 'word',
  values: 'folder',
};
