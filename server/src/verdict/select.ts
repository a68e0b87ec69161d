/** Reads the key paths of the requirements table on the located model. */
import { isNode, type AnyNode, type Place } from '../model/located';
import { isPlaceholder } from '../model/scalars';

/** What stands behind a key; undefined where nothing does, or something wrong. */
export const child = (node: AnyNode, key: string): AnyNode | undefined => {
  if (node.node === 'entries') return node.entries.get(key);
  if (node.node !== 'block') return undefined;
  const value = node[key];
  return isNode(value) ? value : undefined;
};

const scalarTexts = (node: AnyNode | undefined): readonly string[] => {
  if (!node) return [];
  if (node.node === 'value') return [String(node.value)];
  return node.node === 'list' ? node.items.flatMap(scalarTexts) : [];
};

interface Step {
  readonly key: string;
  readonly each: boolean;
  /** Without a word: items that say the key at all. */
  readonly filter: { readonly key: string; readonly word: string | undefined } | undefined;
}

const STEP = /^([A-Za-z]+)(\[(?:([A-Za-z]+)(?:=([^\]]*))?)?\])?$/;
/** The table has a few dozen paths; each is read once. */
const paths = new Map<string, readonly Step[]>();

function stepsOf(path: string): readonly Step[] {
  let steps = paths.get(path);
  if (!steps) {
    steps = path.split('.').map((text) => {
      const [, key = '', each, filterKey, word] = STEP.exec(text) ?? [];
      return {
        key,
        each: each !== undefined,
        filter: filterKey === undefined ? undefined : { key: filterKey, word },
      };
    });
    paths.set(path, steps);
  }
  return steps;
}

const passes = (value: AnyNode | undefined, word: string | undefined): boolean =>
  word === undefined ? hasContent(value) : scalarTexts(value).includes(word);

function takeStep(node: AnyNode, { key, each, filter }: Step): readonly AnyNode[] {
  const next = child(node, key);
  if (!next) return [];
  if (!each) return [next];
  const items = next.node === 'list' ? next.items : [];
  return filter ? items.filter((item) => passes(child(item, filter.key), filter.word)) : items;
}

/**
 * Nodes a path such as `datasets[uses=training]` leads to. A path through a list visits its items.
 * @returns an empty list where nothing is there
 */
export function select(from: AnyNode, path: string): readonly AnyNode[] {
  if (path === '.') return [from];
  let nodes: readonly AnyNode[] = [from];
  for (const step of stepsOf(path)) nodes = nodes.flatMap((node) => takeStep(node, step));
  return nodes;
}

/** Does the node hold something a person wrote, and not only a placeholder, or a name for what is still to be written? */
export function hasContent(node: AnyNode | undefined): boolean {
  if (!node) return false;
  switch (node.node) {
    case 'value':
      return typeof node.value !== 'string' || !isPlaceholder(node.value);
    case 'list':
      return node.items.some(hasContent);
    case 'entries':
      return [...node.entries.values()].some(hasContent);
    case 'block':
      return [...node.keys].some((key) => key !== 'id' && hasContent(child(node, key)));
  }
}

/** The first of `a|b` that has content, looked up below a node. */
export function firstOf(node: AnyNode, alternatives: string): AnyNode | undefined {
  for (const path of alternatives.split('|')) {
    const found = select(node, path).find(hasContent);
    if (found) return found;
  }
  return undefined;
}

/** Is one of `a|b` written but wrong, and no placeholder? Then it is not missing: its own finding says what is wrong. */
export const isWrittenWrong = (node: AnyNode, alternatives: string): boolean =>
  node.node === 'block' &&
  alternatives.split('|').some((path) => {
    const key = path.split(/[.[]/)[0] ?? '';
    return node.keys.has(key) && child(node, key) === undefined && node.heldOpen?.has(key) !== true;
  });

/** Does one of `a|b` hold nothing but placeholders? Then it is written, and still to be filled in. */
export const isHeldOpen = (node: AnyNode, alternatives: string): boolean =>
  alternatives
    .split('|')
    .some(
      (path) =>
        select(node, path).some(isPlaceholderNode) ||
        (node.node === 'block' && node.heldOpen?.has(path) === true),
    );

const isPlaceholderNode = (node: AnyNode): boolean =>
  node.node === 'list'
    ? node.items.length > 0 && node.items.every(isPlaceholderNode)
    : node.node === 'value' && !hasContent(node);

/** Where the node is written. */
export const placeOf = (node: AnyNode): Place => node.place;

/** All scalar texts of a path, for days and names. */
export const textsAt = (node: AnyNode, alternatives: string): readonly string[] =>
  alternatives.split('|').flatMap((path) => select(node, path).flatMap(scalarTexts));
