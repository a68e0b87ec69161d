import type { Place } from './reading';
import { spanOf, type Found } from './tree';
import type { PlacedNode, Route, SyntaxNode, TextSpan } from './types';

/** Finds what a route of the document leads to. */
type Find = (route: Route) => Found | undefined;

export class Placed implements PlacedNode {
  readonly step: string | number | undefined;
  readonly node: SyntaxNode | undefined;
  readonly #found: Found;
  readonly #byRoute: { readonly find: Find; readonly route: Route } | undefined;

  constructor(found: Found, step: string | number | undefined, byRoute?: { find: Find; route: Route }) {
    this.step = step;
    this.node = found.node;
    this.#found = found;
    this.#byRoute = byRoute;
  }

  get key(): TextSpan | undefined {
    return this.#found.place.keyEnd > this.#found.place.from ? spanOf(this.#found, 'key') : undefined;
  }

  get value(): TextSpan {
    return spanOf(this.#found, 'value');
  }

  get entry(): TextSpan {
    return spanOf(this.#found, 'entry');
  }

  get label(): TextSpan {
    return spanOf(this.#found, 'key');
  }

  children(): readonly PlacedNode[] {
    const { node, place, base } = this.#found;
    if (node === undefined || node.kind === 'scalar' || place.alias === true) return [];
    const steps: readonly (string | number)[] =
      node.kind === 'map' ? node.entries.map(({ key }) => key.text) : node.items.map((_, index) => index);
    const { children } = place;
    if (children === undefined) return this.#lookUp(steps);
    return steps.flatMap((step, index): PlacedNode[] => {
      const child: Place | undefined = children[index];
      const value = node.kind === 'map' ? node.entries[index]?.value : node.items[index];
      return child ? [new Placed({ node: value, place: child, base }, step)] : [];
    });
  }

  /** A section that was read in several pieces knows where each of them starts; its own place does not. */
  #lookUp(steps: readonly (string | number)[]): readonly PlacedNode[] {
    if (!this.#byRoute) return [];
    const { find, route } = this.#byRoute;
    return steps.flatMap((step) => {
      const below = [...route, step];
      const found = find(below);
      return found ? [new Placed(found, step, { find, route: below })] : [];
    });
  }
}
