/** Edits of YAML that keep everything else as it stands: comments, order, indentation, line ends. */
import { tr } from '../l10n/tr';
import type { Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import type { ParsedDocument, Range, TextSpan, YamlDocument } from '../syntax/types';
import type { Fix, TextEdit } from './edit';
import { flowText, yamlText } from './scalar';

export { PLACEHOLDER, yamlText } from './scalar';

interface Opened {
  readonly parsed: ParsedDocument;
  readonly document: YamlDocument;
}

function open(snapshot: Snapshot, place: Place): Opened | undefined {
  const parsed = snapshot.files.get(place.uri)?.parsed;
  const document = parsed?.documents[place.document];
  return parsed && document ? { parsed, document } : undefined;
}

/** Of a finding’s data, which may hold anything. */
export const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'uri' in value && 'route' in value && 'document' in value;

const eol = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** End of the line an offset lies in, before its line break. */
function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /[\s]/.test(text[end - 1] ?? '')) end--;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** Behind comments on the next lines that are indented deeper than a column: they belong to what stands before them. */
function behindComments(text: string, end: number, column: number): number {
  const comments = /(?:(?:\r\n?|\n)([ \t]*)#[^\r\n]*)/y;
  let at = end;
  for (;;) {
    comments.lastIndex = at;
    const match = comments.exec(text);
    if (!match || (match[1] ?? '').length <= column) return at;
    at = comments.lastIndex;
  }
}

const edit = (parsed: ParsedDocument, span: TextSpan, newText: string): TextEdit => ({
  range: parsed.rangeOf(span),
  newText,
});

const INDENT = 2;
const deeper = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${' '.repeat(INDENT)}${line}`);

/** Lines of YAML in one column, as text to insert at the end of the line before. */
const asLines = (parsed: ParsedDocument, lines: readonly string[], column: number): string =>
  lines.map((line) => `${eol(parsed.text)}${' '.repeat(column)}${line}`).join('');

/**
 * Puts new keys behind the last key of the map at `place`; keys on the way there that are missing are written too.
 * `lines` are YAML, indented from the map's own column.
 */
export function insertInMap(
  snapshot: Snapshot,
  place: Place,
  lines: readonly string[],
): TextEdit | undefined {
  const opened = open(snapshot, place);
  if (!opened) return undefined;
  const { parsed, document } = opened;
  const key = place.route.at(-1);
  if (key === undefined) return insertAtTop(parsed, document, lines);
  const node = document.node(place.route);
  if (!node) {
    if (document.has(place.route)) return fillEmpty(opened, place, lines);
    const parent = { ...place, route: place.route.slice(0, -1) };
    return typeof key === 'string' ? insertInMap(snapshot, parent, [`${key}:`, ...deeper(lines)]) : undefined;
  }
  if (node.kind !== 'map') return undefined;
  const value = document.span(place.route, 'value');
  if (!value) return undefined;
  const [first, last] = [node.entries[0], node.entries.at(-1)];
  if (!first || !last)
    return lines.length > 1 ? replaceEmpty(opened, place, value, lines) : insertInFlow(parsed, value, lines);
  if (node.flow) return insertInFlow(parsed, value, lines);
  const lastSpan = document.span([...place.route, last.key.text], 'entry');
  const firstKey = document.span([...place.route, first.key.text], 'key');
  if (!lastSpan || !firstKey) return undefined;
  const at = lineEnd(parsed.text, lastSpan.end);
  return edit(
    parsed,
    { start: at, end: at },
    asLines(parsed, lines, parsed.positionAt(firstKey.start).character),
  );
}

/** `{a: 1}` gets `, b: 2` before its closing brace; nested lines are only possible in block style. */
function insertInFlow(
  parsed: ParsedDocument,
  value: TextSpan,
  lines: readonly string[],
): TextEdit | undefined {
  const text = parsed.text.slice(value.start, value.end).trimEnd();
  const pairs = flowPairs(lines);
  if (pairs === undefined || !text.endsWith('}')) return undefined;
  let at = value.start + text.length - 1;
  while (/\s/.test(parsed.text[at - 1] ?? '')) at--;
  const before = parsed.text[at - 1];
  const separator = before === '{' ? '' : before === ',' ? ' ' : ', ';
  return edit(parsed, { start: at, end: at }, `${separator}${pairs}`);
}

/** `key: value` lines for use inside braces; undefined where one of them has lines of its own below it. */
function flowPairs(lines: readonly string[]): string | undefined {
  const pairs = lines.map((line) => /^([^\s-][^:]*): (\S.*)$/.exec(line));
  if (pairs.includes(null)) return undefined;
  return pairs.map((pair) => `${pair?.[1] ?? ''}: ${flowText(pair?.[2] ?? '')}`).join(', ');
}

/** Is the key at a place written inside brackets? Then nothing can stand on lines of its own below it. */
const inFlow = (document: YamlDocument, { route }: Place): boolean =>
  route.some((_, index) => {
    const node = document.node(route.slice(0, index));
    return node !== undefined && node.kind !== 'scalar' && node.flow;
  });

/** `controls:` with nothing behind it gets its first child. */
function fillEmpty(
  { parsed, document }: Opened,
  place: Place,
  lines: readonly string[],
): TextEdit | undefined {
  const key = document.span(place.route, 'key');
  if (!key || inFlow(document, place)) return undefined;
  const at = lineEnd(parsed.text, key.end + 1);
  return edit(
    parsed,
    { start: at, end: at },
    asLines(parsed, lines, parsed.positionAt(key.start).character + INDENT),
  );
}

/** `controls: {}` gets its first children, in block style. */
function replaceEmpty(
  { parsed, document }: Opened,
  place: Place,
  value: TextSpan,
  lines: readonly string[],
): TextEdit | undefined {
  const key = document.span(place.route, 'key');
  if (!key || inFlow(document, place)) return undefined;
  const start = parsed.text.slice(0, value.start).trimEnd().length;
  const column = parsed.positionAt(key.start).character + INDENT;
  return edit(parsed, { start, end: value.end }, asLines(parsed, lines, column));
}

function insertAtTop(
  parsed: ParsedDocument,
  document: YamlDocument,
  lines: readonly string[],
): TextEdit | undefined {
  if (document.shape !== 'map') return undefined;
  const root = document.node([]);
  const whole = document.span([], 'value');
  if (root?.kind === 'map' && root.flow) return whole && insertInFlow(parsed, whole, lines);
  const last = document.blocks.at(-1);
  const span = last && document.span([last.key.text], 'entry');
  if (!span) return undefined;
  const at = behindComments(parsed.text, lineEnd(parsed.text, span.end), 0);
  return edit(parsed, { start: at, end: at }, asLines(parsed, lines, 0));
}

/** Puts keys of the top level, a line each, behind another, else before all others: `kind` belongs below `aims`. */
export function insertKeyAfter(
  snapshot: Snapshot,
  place: Place,
  lines: readonly string[],
  after: readonly string[],
): TextEdit | undefined {
  const opened = open(snapshot, place);
  if (opened?.document.shape !== 'map') return undefined;
  const { parsed, document } = opened;
  const root = document.node([]);
  if (root?.kind === 'map' && root.flow) return insertAtTop(parsed, document, lines);
  const [first] = document.blocks;
  const before = after.find((key) => document.has([key]));
  const span = document.span([before ?? first?.key.text ?? ''], 'entry');
  if (!span) return undefined;
  if (before === undefined)
    return edit(
      parsed,
      { start: span.start, end: span.start },
      lines.map((line) => `${line}${eol(parsed.text)}`).join(''),
    );
  const at = lineEnd(parsed.text, span.end);
  return edit(parsed, { start: at, end: at }, asLines(parsed, lines, 0));
}

const asItem = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);

/** `key: [item]` where the item is one line, which fits block and flow style alike; else a list below the key. */
function beginList(
  snapshot: Snapshot,
  document: YamlDocument,
  place: Place,
  lines: readonly string[],
): TextEdit | undefined {
  const key = place.route.at(-1);
  const [only, ...more] = lines;
  if (typeof key !== 'string' || only === undefined || more.length > 0 || document.has(place.route))
    return insertInMap(snapshot, place, asItem(lines));
  return insertInMap(snapshot, { ...place, route: place.route.slice(0, -1) }, [
    `${key}: [${flowText(only)}]`,
  ]);
}

/** Puts an item behind the last of the list at `place`; a list that is missing is begun. */
export function insertInList(
  snapshot: Snapshot,
  place: Place,
  lines: readonly string[],
): TextEdit | undefined {
  const opened = open(snapshot, place);
  const node = opened?.document.node(place.route);
  if (!opened) return undefined;
  if (!node) return beginList(snapshot, opened.document, place, lines);
  if (node.kind !== 'list') return undefined;
  const { parsed, document } = opened;
  const value = document.span(place.route, 'value');
  if (!value) return undefined;
  if (node.flow && node.items.length === 0 && lines.length > 1)
    return replaceEmpty(opened, place, value, asItem(lines));
  if (node.flow) {
    const pairs = flowPairs(lines);
    const item = lines.length === 1 ? flowText(lines[0] ?? '') : pairs && `{${pairs}}`;
    let at = parsed.text.slice(0, value.end).lastIndexOf(']');
    if (at < 0 || item === undefined) return undefined;
    while (/\s/.test(parsed.text[at - 1] ?? '')) at--;
    const separator = node.items.length === 0 ? '' : parsed.text[at - 1] === ',' ? ' ' : ', ';
    return edit(parsed, { start: at, end: at }, `${separator}${item}`);
  }
  const last = document.span([...place.route, node.items.length - 1], 'entry');
  if (!last) return undefined;
  const lineStart = parsed.text.slice(0, value.start).search(/[^\n\r]*$/);
  const dash = parsed.text.slice(lineStart, value.end).search(/-/);
  const column = Math.max(0, dash);
  const at = behindComments(parsed.text, lineEnd(parsed.text, last.end), column);
  return edit(parsed, { start: at, end: at }, asLines(parsed, asItem(lines), column));
}

/** A path such as `app/[id]/page.py` is plain text on a line of its own, and none inside brackets. */
const asWritten = ({ document }: Opened, place: Place, text: string): string =>
  inFlow(document, place) ? flowText(text) : text;

/** Another text for a scalar or key. */
export function replaceAt(
  snapshot: Snapshot,
  place: Place,
  part: 'key' | 'value',
  newText: string,
): TextEdit | undefined {
  const opened = open(snapshot, place);
  const span = opened?.document.span(place.route, part);
  return opened && span ? edit(opened.parsed, span, asWritten(opened, place, newText)) : undefined;
}

/** Gives a key of a block this value, whether it is missing, empty or has another. */
export function setKey(snapshot: Snapshot, block: Place, key: string, value: string): TextEdit | undefined {
  const opened = open(snapshot, block);
  const route = [...block.route, key];
  if (!opened?.document.has(route)) return insertInMap(snapshot, block, [`${key}: ${value}`]);
  const [name, span] = [opened.document.span(route, 'key'), opened.document.span(route, 'value')];
  if (!name || !span) return undefined;
  const written = asWritten(opened, { ...block, route }, value);
  if (span.end > span.start) return edit(opened.parsed, span, written);
  // Right behind the colon, so that a comment on the line stays one.
  const colon = opened.parsed.text.indexOf(':', name.end);
  return edit(opened.parsed, { start: colon + 1, end: colon + 1 }, ` ${written}`);
}

/** Deletes what stands at a range of one line, and the line where nothing else is on it. */
export function deleteOnLine(snapshot: Snapshot, uri: string, range: Range): TextEdit | undefined {
  const parsed = snapshot.files.get(uri)?.parsed;
  if (!parsed) return undefined;
  const { line } = range.start;
  const lineStart = parsed.offsetAt({ line, character: 0 });
  const start = parsed.offsetAt(range.start);
  const before = parsed.text.slice(lineStart, start);
  if (before.trim() !== '')
    return edit(parsed, { start: lineStart + before.trimEnd().length, end: parsed.offsetAt(range.end) }, '');
  return edit(parsed, { start: lineStart, end: parsed.offsetAt({ line: line + 1, character: 0 }) }, '');
}

/** A fix of one edit in one file; none where the edit could not be made. */
export const oneEdit = (
  title: string,
  uri: string,
  made: TextEdit | undefined,
  options: Partial<Fix> = {},
): readonly Fix[] => (made ? [{ title, changes: [{ kind: 'edit', uri, edits: [made] }], ...options }] : []);

/**
 * The fix of a misspelling: another scalar in its place. Takes a finding's data as it is, and offers nothing where there is
 * no suggestion.
 * @param write how the text is written as YAML; words of the format need no quotes
 */
export const changeTo = (
  snapshot: Snapshot,
  place: unknown,
  text: unknown,
  { write = yamlText, ...options }: Partial<Fix> & { readonly write?: (text: string) => string } = {},
): readonly Fix[] =>
  isPlace(place) && typeof text === 'string'
    ? oneEdit(tr('Change to {0}', text), place.uri, replaceAt(snapshot, place, 'value', write(text)), options)
    : [];

/** Adds `key: value` to the block whose place is given as a finding's data, or the value alone where the key is there. */
export function addKey(
  snapshot: Snapshot,
  block: unknown,
  key: string,
  value: string,
  title: string,
): readonly Fix[] {
  if (!isPlace(block)) return [];
  return oneEdit(title, block.uri, setKey(snapshot, block, key, value), { preferred: true });
}
