import type { DocumentSource } from './document';
import type { Found } from './tree';
import type { Block, Route, TextSpan, YamlDocument } from './types';

/** A document in a file with merge conflicts: what can be read is shown, but nothing in it is known whole. */
export class UntrustedDocument implements DocumentSource {
  readonly complete = false;
  readonly blocks: readonly Block[];
  readonly #inner: DocumentSource;

  constructor(inner: DocumentSource) {
    this.#inner = inner;
    this.blocks = inner.blocks.map((block) => ({ ...block, complete: false }));
  }

  get shape(): YamlDocument['shape'] {
    return this.#inner.shape;
  }

  get firstLine(): TextSpan {
    return this.#inner.firstLine;
  }

  find(route: Route): Found | undefined {
    return this.#inner.find(route);
  }

  wholeAt(): boolean {
    return false;
  }
}
