import { phrase } from '../l10n/tr';
import type { CST } from 'yaml';
import type { LocalComment, LocalProblem } from './reading';
import { quoteForUser } from './quoteForUser';
import { MAX_DEPTH, type Tokens } from './tokens';

/** The tags of the core schema; any other names something only a program could build. */
const CORE_TAG =
  /^(?:!!|!<tag:yaml\.org,2002:|tag:yaml\.org,2002:)(?:str|int|float|bool|null|map|seq)>?$|^!$/;

/** Is this a tag whose value can be read as plain data? Takes the written (`!!str`) and the resolved form. */
export function isReadableTag(tag: string): boolean {
  return CORE_TAG.test(tag);
}

/**
 * Anchors, tags and stray values that may stand between two nodes. Nobody writes more than three, but a line of a
 * million quotes is a million values behind the first one, each of them an error object to the composer.
 */
const MAX_CLUTTER = 1000;

/**
 * A walk over the tokens of a text, without recursion, that notes what the composed nodes no longer tell: comments,
 * tags, directives, anchors. It also decides whether the text is fit to be composed, for the composer is recursive.
 */
export class Survey {
  readonly comments: LocalComment[] = [];
  readonly problems: LocalProblem[] = [];
  /** Starts of quotes and brackets that nothing closes, ascending. */
  readonly unclosed: number[] = [];
  hasAnchor = false;
  /** Nested too deep, or too cluttered, to be composed; `problems` says so. */
  refused = false;
  readonly #pending: { readonly token: CST.Token; readonly depth: number }[] = [];

  /** `outer` collections already surround the text. */
  constructor({ list, tooDeepAt }: Tokens, outer: number) {
    if (tooDeepAt !== undefined) this.#refuse(depthProblem(tooDeepAt));
    for (const token of list.toReversed()) this.#pending.push({ token, depth: outer });
    for (let next = this.#pending.pop(); next !== undefined && !this.refused; next = this.#pending.pop()) {
      this.#visit(next.token, next.depth);
    }
  }

  #visit(token: CST.Token, outer: number): void {
    this.#note(token);
    const isCollection = 'items' in token;
    const depth = isCollection ? outer + 1 : outer;
    if (depth > MAX_DEPTH) {
      this.#refuse(depthProblem(token.offset));
      return;
    }
    // What comes last in the text goes first on the stack.
    if ('end' in token) this.#push(token.end, depth);
    if ('value' in token) this.#pending.push({ token: token.value, depth });
    if (isCollection) for (const item of token.items.toReversed()) this.#pushItem(item, depth);
    if ('props' in token) this.#push(token.props, depth);
    if (token.type === 'document') this.#push(token.start, depth);
  }

  #note(token: CST.Token): void {
    if (token.type === 'comment') this.comments.push({ text: token.source.trimEnd(), start: token.offset });
    else if (token.type === 'anchor') this.hasAnchor = true;
    else if (token.type === 'tag' && !isReadableTag(token.source)) this.problems.push(tagProblem(token));
    else if (token.type === 'directive') this.problems.push(...directiveProblem(token));
    else if (isUnclosed(token)) this.unclosed.push(token.offset);
  }

  #pushItem(item: CST.CollectionItem, depth: number): void {
    if (item.value !== undefined) this.#pending.push({ token: item.value, depth });
    this.#push(item.sep, depth);
    if (item.key) this.#pending.push({ token: item.key, depth });
    this.#push(item.start, depth);
  }

  #push(tokens: readonly CST.Token[] | undefined, depth: number): void {
    if (tokens === undefined) return;
    if (tokens.length > MAX_CLUTTER && tokens.filter(isClutter).length > MAX_CLUTTER) {
      this.#refuse(clutterProblem(tokens.find(isClutter)?.offset ?? 0));
      return;
    }
    for (const token of tokens.toReversed()) this.#pending.push({ token, depth });
  }

  #refuse(problem: LocalProblem): void {
    if (!this.refused) this.problems.splice(0, Infinity, problem);
    this.refused = true;
  }
}

function isClutter(token: CST.Token): boolean {
  return token.type !== 'space' && token.type !== 'newline' && token.type !== 'comment';
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
    message: phrase(
      'The tag {0} is not read here, so the value behind it is unknown. Delete the tag, or put the text in quotes.',
      quoteForUser(token.source),
    ),
    start: token.offset,
    end: token.offset + token.source.length,
  };
}

function directiveProblem(token: CST.Directive): LocalProblem[] {
  if (!/^%YAML[ \t]+1\.[01]\b/.test(token.source)) return [];
  return [
    {
      code: 'yaml-version',
      message: phrase(
        'This line asks for an old YAML version, in which words such as no and on mean something else. AIMS files are YAML 1.2: delete the line.',
      ),
      start: token.offset,
      end: token.offset + token.source.length,
    },
  ];
}

function depthProblem(offset: number): LocalProblem {
  return {
    code: 'too-deep',
    message: phrase(
      'Maps and lists are nested more than {0} levels deep here. Nothing in this part of the file was read. Look for brackets that are not closed.',
      MAX_DEPTH,
    ),
    start: offset,
    end: offset + 1,
  };
}

function clutterProblem(offset: number): LocalProblem {
  const message = phrase(
    'Too many quotes, anchors or tags follow each other here, so this part of the file was not read. Put text with special characters in quotes.',
  );
  return { code: 'syntax', message, start: offset, end: offset + 1 };
}
