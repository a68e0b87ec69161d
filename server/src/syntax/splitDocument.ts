import type { DocumentSource } from './document';
import { duplicateKey } from './convert';
import type { LocalProblem, Place } from './reading';
import { shift, type Section } from './section';
import type { Found } from './tree';
import { childIndex, follow } from './tree';
import type { Block, MapEntry, MapNode, Route, SyntaxNode, TextSpan } from './types';

/** A document whose top level is a map (or nothing but comments), read section by section. */
export class SplitDocument implements DocumentSource {
  readonly shape: 'map' | 'empty';
  readonly blocks: readonly Block[];
  readonly complete: boolean;
  readonly firstLine: TextSpan;
  /** Absolute. */
  readonly problems: readonly LocalProblem[];
  readonly #sections: readonly Section[];
  readonly #starts: readonly number[];
  /** Index among the sections of each block. */
  readonly #owners: readonly number[];
  readonly #root: MapNode;

  constructor(sections: readonly Section[], starts: readonly number[], firstLine: TextSpan) {
    this.firstLine = firstLine;
    this.#sections = sections;
    this.#starts = starts;
    const gathered = gather(sections, starts);
    this.shape = gathered.blocks.length === 0 ? 'empty' : 'map';
    this.blocks = gathered.blocks;
    this.#owners = gathered.owners;
    this.problems = gathered.problems;
    this.complete = gathered.complete;
    this.#root = { kind: 'map', flow: false, entries: gathered.entries };
  }

  find(route: Route): Found | undefined {
    const [first, second] = route;
    if (this.shape === 'empty') return undefined;
    if (first === undefined) return { node: this.#root, place: this.#rootPlace(), base: 0 };
    const index = childIndex(this.#root, first);
    const owner = this.#owners[index] ?? -1;
    const section = this.#sections[owner];
    if (section?.place === undefined) return undefined;
    const base = this.#starts[owner] ?? 0;
    const node = section.block?.value;
    if (second === undefined || section.owners === undefined) {
      return follow({ node, place: section.place, base }, route.slice(1));
    }
    return findInPieces(section, base, node, second, route.slice(2));
  }

  wholeAt(route: Route): boolean {
    const [first, second] = route;
    if (first === undefined || this.complete) return this.complete;
    const index = childIndex(this.#root, first);
    const block = this.blocks[index];
    const section = this.#sections[this.#owners[index] ?? -1];
    if (block === undefined || section === undefined) return false;
    if (second === undefined || block.complete || section.owners === undefined) return block.complete;
    const owner = section.owners[childIndex(block.value, second)];
    return owner !== undefined && section.pieces[owner]?.sound === true && !section.doubled.has(owner);
  }

  #rootPlace(): Place {
    const start = this.#entryStart(0);
    const last = this.#owners.at(-1) ?? -1;
    const end = (this.#starts[last] ?? 0) + (this.#sections[last]?.place?.end ?? 0);
    return { from: start, keyEnd: start, start, end: Math.max(start, end) };
  }

  #entryStart(index: number): number {
    const owner = this.#owners[index] ?? -1;
    return (this.#starts[owner] ?? 0) + (this.#sections[owner]?.place?.from ?? 0);
  }
}

function findInPieces(
  section: Section,
  base: number,
  value: SyntaxNode | undefined,
  step: string | number,
  rest: Route,
): Found | undefined {
  const index = childIndex(value, step);
  const owner = section.owners?.[index];
  const piece = owner === undefined ? undefined : section.pieces[owner];
  if (owner === undefined || piece === undefined) return undefined;
  const start = base + (section.starts[owner] ?? 0);
  const node = piece.item ? piece.item.node : piece.entry?.value;
  return follow({ node, place: piece.place ?? dashOf(piece.length), base: start }, rest);
}

/** Stands in for an item that could not be read at all. */
function dashOf(length: number): Place {
  return { from: 0, keyEnd: 0, start: 0, end: length };
}

function gather(sections: readonly Section[], starts: readonly number[]) {
  const blocks: Block[] = [];
  const entries: MapEntry[] = [];
  const owners: number[] = [];
  const problems: LocalProblem[] = [];
  const blockOf = new Map<string, number>();
  let complete = true;
  sections.forEach((section, i) => {
    const start = starts[i] ?? 0;
    // Behind a key without a value a word may be the value.
    const isOpenKey = section.unfinished && sections[i - 1]?.awaitsValue !== true;
    for (const problem of section.problems)
      problems.push(
        shift(section.unfinished && !isOpenKey ? { ...problem, code: 'syntax' } : problem, start),
      );
    if (section.kind === 'lead') return;
    const { block, entry, identity, place } = section;
    complete &&= block?.complete === true || isOpenKey;
    if (!block || !entry || !place || identity === undefined) return;
    const earlier = blockOf.get(identity);
    const twice = earlier === undefined ? undefined : blocks[earlier];
    if (earlier === undefined || twice === undefined) {
      blockOf.set(identity, blocks.length);
      blocks.push(block);
      entries.push(entry);
      owners.push(i);
      return;
    }
    const owner = owners[earlier] ?? 0;
    const first = (starts[owner] ?? 0) + (sections[owner]?.place?.from ?? 0);
    problems.push(duplicateKey(block.key.text, first, start + place.from, start + place.keyEnd));
    blocks[earlier] = { ...twice, complete: false };
    complete = false;
  });
  return { blocks, owners, problems, complete, entries };
}
