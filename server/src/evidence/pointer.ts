/** The value a JSON pointer leads to in a JSON or YAML file, with the digits as they are written. */
import { tr } from '../l10n/tr';
import {
  parse,
  type ParsedDocument,
  type Range,
  type Route,
  type SyntaxNode,
  type YamlDocument,
} from '../syntax';
import { LineTable } from '../syntax/lines';
import { fileTypeOf } from './file-type';
import { decoded, walkJson, type JsonType } from './json-walk';
import { unknown } from './types';

export type PointerAnswer =
  | {
      readonly kind: 'value';
      readonly type: JsonType;
      /** As written, for numbers and words; what they stand for, for texts; the whole span, for maps and lists. */
      readonly source: string;
      /** `undefined` for maps and lists. */
      readonly value: string | number | boolean | null | undefined;
      readonly range: Range;
    }
  /**
   * The pointer leads nowhere. Its first `depth` steps do; `keys` are those of the map they lead to (not all of a huge
   * one), `length` the items of the list.
   */
  | {
      readonly kind: 'missing';
      readonly depth: number;
      readonly keys: readonly string[];
      readonly length?: number;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/** UTF-16 code units. YAML reads a hundred times slower than JSON; nobody keeps a figure in a larger one. */
const MAX_YAML_LENGTH = 500_000;
/** Brackets left open. The parser keeps all of them before anybody can see how deep it is. */
const MAX_OPEN = 1_000;

/**
 * @param tokens steps of the pointer, decoded (`Part` has them, `pointerTokens` reads them); none: the whole document
 * @returns `unknown` for files that are neither JSON nor YAML, are broken or too large, or have two values there
 */
export function valueAt(fileName: string, text: string, tokens: readonly string[]): PointerAnswer {
  switch (fileTypeOf(fileName)) {
    case 'json':
    case 'notebook':
      return jsonValue(text, tokens);
    case 'yaml':
      return yamlValue(text, tokens);
    default:
      return unknown(() => tr('Pointers are followed in JSON and YAML files only.'));
  }
}

function jsonValue(text: string, tokens: readonly string[]): PointerAnswer {
  const walk = walkJson(text, tokens);
  if (walk.kind === 'unreadable') return unknown(() => tr(walk.reason));
  if (walk.kind === 'missing') return walk;
  const { type, start, end } = walk;
  const written = text.slice(start, end);
  const source = type === 'string' ? decoded(written) : written;
  const table = LineTable.of(text);
  return {
    kind: 'value',
    type,
    source,
    value: scalarValue(type, source),
    range: { start: table.positionAt(start), end: table.positionAt(end) },
  };
}

function yamlValue(text: string, tokens: readonly string[]): PointerAnswer {
  if (text.length > MAX_YAML_LENGTH || leavesOpen(text))
    return unknown(() => tr('The file is too large or deep to be read.'));
  const file = parse(text);
  const problem = file.problems.find(({ code }) => code !== 'bidi-text' && code !== 'lookalike');
  if (problem) return unknown(() => problem.message);
  const answers = file.documents.map((document) => inDocument(file, document, tokens));
  const values = answers.filter(({ kind }) => kind === 'value');
  if (values.length > 1) return unknown(() => tr('Several documents of the file have a value there.'));
  return values[0] ?? answers[0] ?? unknown(() => tr('The file is empty.'));
}

function leavesOpen(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_OPEN) return true;
  }
  return false;
}

function inDocument(file: ParsedDocument, document: YamlDocument, tokens: readonly string[]): PointerAnswer {
  const route: (string | number)[] = [];
  for (const token of tokens) {
    const node = document.node(route);
    const step = stepInto(node, token);
    if (step === undefined || !document.has([...route, step])) return leadsNowhere(node, route.length);
    route.push(step);
  }
  return nodeValue(file, document, route);
}

function nodeValue(file: ParsedDocument, document: YamlDocument, route: Route): PointerAnswer {
  const span = document.span(route, 'value') ?? document.nearest(route);
  const node = document.node(route);
  const type = typeOf(node);
  const source = node?.kind === 'scalar' ? node.text : file.text.slice(span.start, span.end);
  return { kind: 'value', type, source, value: scalarValue(type, source), range: file.rangeOf(span) };
}

/** A step of the pointer as a step of a route; list items are written without leading zeros (RFC 6901, section 4). */
function stepInto(node: SyntaxNode | undefined, token: string): string | number | undefined {
  if (node?.kind === 'map') return token;
  return node?.kind === 'list' && /^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : undefined;
}

function leadsNowhere(node: SyntaxNode | undefined, depth: number): PointerAnswer {
  if (node?.kind === 'list') return { kind: 'missing', depth, keys: [], length: node.items.length };
  return {
    kind: 'missing',
    depth,
    keys: node?.kind === 'map' ? node.entries.map(({ key }) => key.text) : [],
  };
}

function typeOf(node: SyntaxNode | undefined): JsonType {
  if (node === undefined) return 'null';
  return node.kind === 'scalar' ? node.type : node.kind;
}

function scalarValue(type: JsonType, source: string): string | number | boolean | null | undefined {
  switch (type) {
    case 'string':
      return source;
    case 'number':
      return Number(source.replace(/^([-+]?)\.inf$/i, '$1Infinity'));
    case 'boolean':
      return source.toLowerCase() === 'true';
    case 'null':
      return null;
    case 'map':
    case 'list':
      return undefined;
  }
}
