import { Placed } from './placed';
import type { Found } from './tree';
import { spanOf } from './tree';
import type { Block, Part, PlacedNode, Route, SyntaxNode, TextSpan, YamlDocument } from './types';

/** The part of a `YamlDocument` that depends on how its text was read. */
export interface DocumentSource {
  readonly shape: YamlDocument['shape'];
  readonly blocks: readonly Block[];
  readonly complete: boolean;
  find(route: Route): Found | undefined;
  wholeAt(route: Route): boolean;
  /** The first line that is not blank, for findings that have no better place. */
  readonly firstLine: TextSpan;
}

/** A document as the rest of the program sees it. Only a view: made anew for each version of the text, at no cost. */
export class DocumentView implements YamlDocument {
  readonly index: number;
  readonly #source: DocumentSource;

  constructor(index: number, source: DocumentSource) {
    this.index = index;
    this.#source = source;
  }

  get shape(): YamlDocument['shape'] {
    return this.#source.shape;
  }

  get blocks(): readonly Block[] {
    return this.#source.blocks;
  }

  get complete(): boolean {
    return this.#source.complete;
  }

  node(route: Route): SyntaxNode | undefined {
    return this.#source.find(route)?.node;
  }

  has(route: Route): boolean {
    return this.#source.find(route) !== undefined;
  }

  span(route: Route, part: Part): TextSpan | undefined {
    if (route.length === 0 && part === 'key') return this.#label();
    const found = this.#source.find(route);
    return found && spanOf(found, part);
  }

  placed(route: Route): PlacedNode | undefined {
    const find = (below: Route): Found | undefined => this.#source.find(below);
    const found = find(route);
    return found && new Placed(found, route.at(-1), { find, route });
  }

  nearest(route: Route): TextSpan {
    for (let length = route.length; length > 0; length--) {
      const span = this.span(route.slice(0, length), 'key');
      if (span !== undefined) return span;
    }
    return this.#label();
  }

  wholeAt(route: Route): boolean {
    return this.#source.wholeAt(route);
  }

  /** What stands for the document as a whole. */
  #label(): TextSpan {
    const first = this.blocks[0];
    const key = first && this.span([first.key.text], 'key');
    return this.span(['kind'], 'entry') ?? key ?? this.#source.firstLine;
  }
}
