/**
 * `setup.py`, read as text by the parser of Python and never run: what `setup(…)` is given as literals, or by variables
 * that hold one. What it works out when it runs, nobody knows from here.
 */
import { parser } from '@lezer/python';
import { parse } from '../../code/flow/read';
import { NONE, type NodeId, type SyntaxTree } from '../../code/flow/tree';
import { LineIndex } from '../../code/lines';
import { literal, operands } from '../../code/python/parts';
import { cleanText } from '../clean';
import { placeOf } from '../said';
import type { Said, SourceFile } from '../types';
import { requirement } from './pip';
import { SILENT, type ProjectFacts, type Requirement } from './types';

/** In milliseconds, and in UTF-16 code units: what takes longer was not written by a person. */
const MOST = { time: 500, length: 200_000 } as const;

export function setupPy({ path, text }: SourceFile): ProjectFacts {
  if (text.length > MOST.length) return SILENT;
  const tree = parse(text, { startParse: (of) => parser.startParse(of) }, Date.now() + MOST.time);
  return tree ? new SetupReader(tree, path).read() : SILENT;
}

class SetupReader {
  readonly #tree: SyntaxTree;
  readonly #path: string;
  readonly #lines: LineIndex;
  /** Of variables of the module that are given a value once. */
  readonly #values = new Map<string, NodeId>();

  constructor(tree: SyntaxTree, path: string) {
    this.#tree = tree;
    this.#path = path;
    this.#lines = new LineIndex(tree.text);
  }

  read(): ProjectFacts {
    const tree = this.#tree;
    this.#learn();
    const call = this.#setupIn(0);
    if (call === undefined) return SILENT;
    const given = this.#keywords(tree.child(call, 'ArgList'));
    const said = (key: string): Said | undefined => this.#said(given.get(key));
    return {
      name: said('name'),
      version: said('version'),
      description: said('description'),
      license: said('license'),
      requirements: ['install_requires', 'extras_require'].flatMap((key) =>
        this.#requirements(given.get(key)),
      ),
    };
  }

  #learn(): void {
    const tree = this.#tree;
    const twice = new Set<string>();
    for (const statement of tree.children(0)) {
      if (tree.name(statement) !== 'AssignStatement') continue;
      const [target, sign, value, more] = tree.children(statement);
      if (target === undefined || sign === undefined || tree.name(target) !== 'VariableName') continue;
      const name = tree.source(target);
      if (this.#values.has(name)) twice.add(name);
      if (value !== undefined && more === undefined && tree.source(sign) === '=')
        this.#values.set(name, value);
    }
    for (const name of twice) this.#values.delete(name);
  }

  /** The first call of `setup`, be it behind `if __name__ == "__main__":`. */
  #setupIn(node: NodeId): NodeId | undefined {
    const tree = this.#tree;
    for (const child of tree.children(node)) {
      const isCall = tree.name(child) === 'CallExpression';
      if (isCall && /^(?:setuptools\.|distutils\.core\.)?setup$/.test(tree.source(tree.first(child))))
        return child;
      const found = this.#setupIn(child);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `name=value` of the arguments of a call. */
  #keywords(args: NodeId): ReadonlyMap<string, NodeId> {
    const tree = this.#tree;
    const given = new Map<string, NodeId>();
    if (args === NONE) return given;
    const parts = tree.children(args);
    for (const [at, part] of parts.entries()) {
      const [name, value] = [parts[at - 1], parts[at + 1]];
      if (tree.source(part) === '=' && name !== undefined && value !== undefined)
        given.set(tree.source(name), value);
    }
    return given;
  }

  /** The value of a variable that is given one once, where one stands. */
  #valueOf(node: NodeId): NodeId {
    const tree = this.#tree;
    return tree.name(node) === 'VariableName' ? (this.#values.get(tree.source(node)) ?? node) : node;
  }

  #text(node: NodeId): string | undefined {
    const value = this.#tree.name(node) === 'String' ? literal(this.#tree.source(node)) : undefined;
    return value?.is === 'text' ? value.text : undefined;
  }

  #at(node: NodeId): string {
    return placeOf(this.#path, this.#lines.positionAt(this.#tree.from(node)).line);
  }

  #said(node: NodeId | undefined): Said | undefined {
    if (node === undefined) return undefined;
    const value = this.#valueOf(node);
    const clean = cleanText(this.#text(value));
    return clean === undefined ? undefined : { value: clean, at: this.#at(value) };
  }

  /** Of a list of strings, also of one among others in a map. What in it is no literal is left out. */
  #requirements(node: NodeId | undefined): readonly Requirement[] {
    if (node === undefined) return [];
    const tree = this.#tree;
    const value = this.#valueOf(node);
    const text = this.#text(value);
    if (text !== undefined) return [requirement(text, this.#at(value)) ?? []].flat();
    const parts = operands(tree, value);
    switch (tree.name(value)) {
      case 'ArrayExpression':
      case 'TupleExpression':
        return parts.flatMap((part) => this.#requirements(part));
      case 'DictionaryExpression':
        // Keys and values by turns.
        return parts.filter((_, at) => at % 2 === 1).flatMap((part) => this.#requirements(part));
      default:
        return [];
    }
  }
}
