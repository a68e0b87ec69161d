/** Edits of YAML that keep everything else as it stands: comments, order, indentation, line ends. */
import type { Place } from '../model/located';
import type { Snapshot } from '../workspace/snapshot';
import type { ParsedDocument, TextSpan, YamlDocument } from '../syntax/types';
import type { Fix, TextEdit } from './edit';

interface Opened {
  readonly parsed: ParsedDocument;
  readonly document: YamlDocument;
}

function open(snapshot: Snapshot, place: Place): Opened | undefined {
  const parsed = snapshot.files.get(place.uri)?.parsed;
  const document = parsed?.documents[place.document];
  return parsed && document ? { parsed, document } : undefined;
}

export const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'uri' in value && 'route' in value && 'document' in value;

/** Marks what a person has to fill in; the rule `placeholder` reports it until then. */
export const PLACEHOLDER = 'TODO';

/** `text` as a YAML scalar: plain where that is safe, else quoted. */
export function yamlText(text: string): string {
  const plain =
    /^[\p{L}\p{N}_./(][^\n\r\t]*$/u.test(text) &&
    !/: |:$| #|^[\d.]+$|^(?:true|false|null|yes|no|on|off|~)$|[\s]$/iu.test(text);
  return plain ? text : JSON.stringify(text);
}

/** For flow collections, where `,[]{}` end a plain scalar. */
const flowText = (text: string): string =>
  /[,[\]{}]/.test(text) && !/^["'[{]/.test(text) ? JSON.stringify(text) : text;

const eol = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');

/** End of the line an offset lies in, before its line break. */
function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /[\s]/.test(text[end - 1] ?? '')) end--;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

const edit = (parsed: ParsedDocument, span: TextSpan, newText: string): TextEdit => ({
  range: parsed.rangeOf(span),
  newText,
});

/** Puts new keys behind the last key of the map at `place`. `lines` are YAML, indented from the map's own column. */
export function insertInMap(
  snapshot: Snapshot,
  place: Place,
  lines: readonly string[],
): TextEdit | undefined {
  const opened = open(snapshot, place);
  if (!opened) return undefined;
  const { parsed, document } = opened;
  if (place.route.length === 0) return insertAtTop(parsed, document, lines);
  const node = document.node(place.route);
  if (!node) return fillEmpty(opened, place, lines);
  if (node.kind !== 'map') return undefined;
  const last = node.entries.at(-1);
  const first = node.entries[0];
  const value = document.span(place.route, 'value');
  if (!value) return undefined;
  if (node.flow || !last || !first) return insertInFlow(parsed, value, lines, node.entries.length === 0);
  const lastSpan = document.span([...place.route, last.key.text], 'entry');
  const firstKey = document.span([...place.route, first.key.text], 'key');
  if (!lastSpan || !firstKey) return undefined;
  const indent = ' '.repeat(parsed.positionAt(firstKey.start).character);
  const at = lineEnd(parsed.text, lastSpan.end);
  const nl = eol(parsed.text);
  return edit(parsed, { start: at, end: at }, lines.map((line) => `${nl}${indent}${line}`).join(''));
}

/** `{a: 1}` gets `, b: 2` before its closing brace; nested lines are only possible in block style. */
function insertInFlow(
  parsed: ParsedDocument,
  value: TextSpan,
  lines: readonly string[],
  empty: boolean,
): TextEdit | undefined {
  if (lines.length !== 1 || !parsed.text.slice(value.start, value.end).trimEnd().endsWith('}'))
    return undefined;
  let at = parsed.text.slice(0, value.end).lastIndexOf('}');
  while (/[ \t]/.test(parsed.text[at - 1] ?? '')) at--;
  const [key = '', ...rest] = (lines[0] ?? '').split(/(?<=:) /);
  return edit(parsed, { start: at, end: at }, `${empty ? '' : ', '}${key} ${flowText(rest.join(' '))}`);
}

/** `controls:` with nothing behind it gets its first child. */
function fillEmpty(
  { parsed, document }: Opened,
  place: Place,
  lines: readonly string[],
): TextEdit | undefined {
  const key = document.span(place.route, 'key');
  if (!key) return undefined;
  const indent = ' '.repeat(parsed.positionAt(key.start).character + 2);
  const at = lineEnd(parsed.text, key.end + 1);
  const nl = eol(parsed.text);
  return edit(parsed, { start: at, end: at }, lines.map((line) => `${nl}${indent}${line}`).join(''));
}

function insertAtTop(
  parsed: ParsedDocument,
  document: YamlDocument,
  lines: readonly string[],
): TextEdit | undefined {
  if (document.shape !== 'map') return undefined;
  const last = document.blocks.at(-1);
  const span = last && document.span([last.key.text], 'entry');
  if (!span) return undefined;
  const at = lineEnd(parsed.text, span.end);
  const nl = eol(parsed.text);
  return edit(parsed, { start: at, end: at }, lines.map((line) => `${nl}${line}`).join(''));
}

/** Puts an item behind the last of the list at `place`. */
export function insertInList(
  snapshot: Snapshot,
  place: Place,
  lines: readonly string[],
): TextEdit | undefined {
  const opened = open(snapshot, place);
  const node = opened?.document.node(place.route);
  if (!opened || node?.kind !== 'list') return undefined;
  const { parsed, document } = opened;
  const value = document.span(place.route, 'value');
  if (!value) return undefined;
  if (node.flow) {
    let at = parsed.text.slice(0, value.end).lastIndexOf(']');
    if (at < 0 || lines.length !== 1) return undefined;
    while (/[ \t]/.test(parsed.text[at - 1] ?? '')) at--;
    return edit(
      parsed,
      { start: at, end: at },
      `${node.items.length === 0 ? '' : ', '}${flowText(lines[0] ?? '')}`,
    );
  }
  const last = document.span([...place.route, node.items.length - 1], 'entry');
  if (!last) return undefined;
  const lineStart = parsed.text.slice(0, value.start).search(/[^\n\r]*$/);
  const dash = parsed.text.slice(lineStart, value.end).search(/-/);
  const indent = ' '.repeat(Math.max(0, dash));
  const at = lineEnd(parsed.text, last.end);
  const nl = eol(parsed.text);
  return edit(
    parsed,
    { start: at, end: at },
    lines.map((line, index) => `${nl}${indent}${index === 0 ? '- ' : '  '}${line}`).join(''),
  );
}

/** Another text for a scalar or key. */
export function replaceAt(
  snapshot: Snapshot,
  place: Place,
  part: 'key' | 'value',
  newText: string,
): TextEdit | undefined {
  const opened = open(snapshot, place);
  const span = opened?.document.span(place.route, part);
  return opened && span ? edit(opened.parsed, span, newText) : undefined;
}

/** A fix of one edit in one file; none where the edit could not be made. */
export const oneEdit = (
  title: string,
  uri: string,
  made: TextEdit | undefined,
  options: Partial<Fix> = {},
): readonly Fix[] => (made ? [{ title, changes: [{ kind: 'edit', uri, edits: [made] }], ...options }] : []);

/** Adds `key: value` to the block whose place is given as a finding's data. */
export function addKey(
  snapshot: Snapshot,
  block: unknown,
  key: string,
  value: string,
  title: string,
): readonly Fix[] {
  if (!isPlace(block)) return [];
  return oneEdit(title, block.uri, insertInMap(snapshot, block, [`${key}: ${value}`]), { preferred: true });
}
