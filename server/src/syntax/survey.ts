import type { CST } from 'yaml';
import type { LocalComment, LocalProblem } from './reading';
import { quoteForUser } from './quoteForUser';

/** Deepest nesting of maps and lists that is read. Far beyond any AIMS file, far below any stack. */
export const MAX_DEPTH = 100;

/** The tags of the core schema; any other names something only a program could build. */
const CORE_TAG =
  /^(?:!!|!<tag:yaml\.org,2002:|tag:yaml\.org,2002:)(?:str|int|float|bool|null|map|seq)>?$|^!$/;

/** Is this a tag whose value can be read as plain data? Takes the written (`!!str`) and the resolved form. */
export function isReadableTag(tag: string): boolean {
  return CORE_TAG.test(tag);
}

export interface Survey {
  readonly comments: readonly LocalComment[];
  readonly problems: readonly LocalProblem[];
  readonly hasAnchor: boolean;
  /** Starts of quotes and brackets that nothing closes, ascending. */
  readonly unclosed: readonly number[];
  /** Nested too deep to be composed, whose code is recursive. */
  readonly tooDeep: boolean;
}

interface Visit {
  readonly token: CST.Token;
  readonly depth: number;
}

/**
 * Walks the tokens of a text once, without recursion, and notes what the composed nodes no longer tell: comments,
 * tags, directives, anchors, and how deep it goes. `outer` collections already surround the text.
 */
export function survey(tokens: readonly CST.Token[], outer: number): Survey {
  const comments: LocalComment[] = [];
  const problems: LocalProblem[] = [];
  const unclosed: number[] = [];
  let hasAnchor = false;
  const pending: Visit[] = [];
  const visitAll = (list: readonly CST.Token[] | undefined, depth: number): void => {
    for (let i = (list?.length ?? 0) - 1; i >= 0; i--) {
      const token = list?.[i];
      if (token !== undefined) pending.push({ token, depth });
    }
  };
  visitAll(tokens, outer);
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { token } = visit;
    let { depth } = visit;
    if (token.type === 'comment') comments.push({ text: token.source.trimEnd(), start: token.offset });
    else if (token.type === 'anchor') hasAnchor = true;
    else if (token.type === 'tag' && !isReadableTag(token.source)) problems.push(tagProblem(token));
    else if (token.type === 'directive') problems.push(...directiveProblem(token));
    if (isUnclosed(token)) unclosed.push(token.offset);
    if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') {
      if (++depth > MAX_DEPTH) {
        return { comments, problems: [depthProblem(token.offset)], hasAnchor, unclosed, tooDeep: true };
      }
    }
    if ('end' in token) visitAll(token.end, depth);
    if ('value' in token && token.value !== undefined) pending.push({ token: token.value, depth });
    if ('items' in token) visitItems(token.items, depth, pending, visitAll);
    if ('props' in token) visitAll(token.props, depth);
    if (token.type === 'document') visitAll(token.start, depth);
  }
  return { comments, problems, hasAnchor, unclosed, tooDeep: false };
}

function visitItems(
  items: readonly CST.CollectionItem[],
  depth: number,
  pending: Visit[],
  visitAll: (list: readonly CST.Token[] | undefined, depth: number) => void,
): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (item === undefined) continue;
    if (item.value !== undefined) pending.push({ token: item.value, depth });
    visitAll(item.sep, depth);
    if (item.key) pending.push({ token: item.key, depth });
    visitAll(item.start, depth);
  }
}

function isUnclosed(token: CST.Token): boolean {
  if (token.type === 'flow-collection') {
    const [end] = token.end;
    return end?.type !== (token.start.source === '{' ? 'flow-map-end' : 'flow-seq-end');
  }
  if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') return false;
  return token.source.length < 2 || !token.source.endsWith(token.source.charAt(0));
}

function tagProblem(token: CST.SourceToken): LocalProblem {
  return {
    code: 'tag',
    message: `The tag ${quoteForUser(token.source)} is not read here, so the value behind it is unknown. Delete the tag, or put the text in quotes.`,
    start: token.offset,
    end: token.offset + token.source.length,
  };
}

function directiveProblem(token: CST.Directive): LocalProblem[] {
  if (!/^%YAML[ \t]+1\.[01]\b/.test(token.source)) return [];
  return [
    {
      code: 'yaml-version',
      message:
        'This line asks for an old YAML version, in which words such as no and on mean something else. AIMS files are YAML 1.2: delete the line.',
      start: token.offset,
      end: token.offset + token.source.length,
    },
  ];
}

function depthProblem(offset: number): LocalProblem {
  return {
    code: 'too-deep',
    message: `Maps and lists are nested more than ${MAX_DEPTH} levels deep here. Nothing in this part of the file was read. Look for brackets that are not closed.`,
    start: offset,
    end: offset + 1,
  };
}
