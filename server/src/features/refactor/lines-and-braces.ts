/** A row in braces over several lines, and a row over several lines in braces. */
import { tr } from '../../l10n/tr';
import { flowText } from '../../fixes/scalar';
import type { PlacedNode, TextSpan } from '../../syntax/types';
import { hasComment, isSilenced } from './guard';
import { pathTo, type Step } from './path';
import { keepsValues } from './same-values';
import type { Asked, Refactoring } from './types';

/** Of a line in braces. */
const LONGEST_LINE = 110;
const INDENT = 2;

const isFlow = ({ placed: { node } }: Step): boolean =>
  node !== undefined && node.kind !== 'scalar' && node.flow;
const isBlock = ({ placed: { node } }: Step): boolean =>
  node !== undefined && node.kind !== 'scalar' && !node.flow;

/** What is in braces or brackets where the cursor is; its inner ones stay as they are. */
export function overLines(asked: Asked): readonly Refactoring[] {
  const path = pathTo(asked);
  const at = path.findIndex(isFlow);
  const [holder, step] = [path[at - 1], path[at]];
  if (!holder || !step || !isBlock(holder)) return [];
  const { placed } = step;
  const parts = placed.children();
  const isItem = typeof placed.step === 'number';
  const texts = parts.map(({ entry }) => textOf(asked, entry));
  if (texts.length === 0 || texts.some((text) => /[\r\n]/.test(text))) return [];
  const column = columnOf(asked, isItem ? placed.value.start : placed.entry.start) + (isItem ? 0 : INDENT);
  const eol = asked.parsed.text.includes('\r\n') ? '\r\n' : '\n';
  const lines = texts.map((text) => `${placed.node?.kind === 'list' ? '- ' : ''}${text}`);
  const joined = lines.join(`${eol}${' '.repeat(column)}`);
  const span = isItem ? placed.value : { ...placed.value, start: behindColon(asked, placed) };
  const newText = isItem ? joined : `${eol}${' '.repeat(column)}${joined}`;
  return rewrite(asked, step, tr('Write over several lines'), span, newText);
}

/** What stands over several lines where the cursor is, where all of it fits in one. */
export function inBraces(asked: Asked): readonly Refactoring[] {
  const path = pathTo(asked);
  if (path.some(isFlow)) return [];
  const step = path.findLast(isBlock);
  if (!step || step.route.length === 0) return [];
  const { placed } = step;
  const parts = placed.children().map((child) => oneLine(asked, child));
  if (parts.length === 0 || parts.includes(undefined)) return [];
  const isItem = typeof placed.step === 'number';
  const inner = parts.join(', ');
  const flow = placed.node?.kind === 'list' ? `[${inner}]` : `{ ${inner} }`;
  const start = isItem ? placed.value.start : (placed.key?.end ?? placed.value.start);
  const gap = asked.parsed.text.slice(start, placed.value.start);
  if (!isItem && !/^[ \t]*:\s+$/.test(gap)) return [];
  const before = columnOf(asked, start);
  if (before + flow.length + INDENT > LONGEST_LINE) return [];
  const title =
    placed.node?.kind === 'list' ? tr('Write in brackets on one line') : tr('Write in braces on one line');
  const span = { start, end: placed.value.end };
  return rewrite(asked, step, title, span, isItem ? flow : `: ${flow}`);
}

/** `key: value` or a value, for use in braces; undefined where it is more than a line or more than that. */
function oneLine(asked: Asked, { node, key, value }: PlacedNode): string | undefined {
  const text = textOf(asked, value);
  if (!node || /[\r\n]/.test(text) || (node.kind === 'scalar' ? node.style === 'block' : !node.flow))
    return undefined;
  const written = node.kind === 'scalar' ? flowText(text) : text;
  return key ? `${textOf(asked, key)}: ${written}` : written;
}

function rewrite(
  asked: Asked,
  { placed, route }: Step,
  title: string,
  span: TextSpan,
  newText: string,
): readonly Refactoring[] {
  const { parsed, uri } = asked;
  const isOurs = !hasComment(asked, placed.entry) && !isSilenced(asked, placed.entry);
  // What was approved is compared by what it says, which stays: only its way of writing changes.
  if (!isOurs || route.length === 0 || !keepsValues(parsed, span, newText)) return [];
  const edits = [{ range: parsed.rangeOf(span), newText }];
  return [{ is: 'rewrite', title, changes: [{ kind: 'edit', uri, edits }] }];
}

const textOf = ({ parsed }: Asked, { start, end }: TextSpan): string => parsed.text.slice(start, end);

const columnOf = ({ parsed }: Asked, offset: number): number => parsed.positionAt(offset).character;

const behindColon = ({ parsed }: Asked, { key, value }: PlacedNode): number =>
  key ? parsed.text.indexOf(':', key.end) + 1 : value.start;
