/** What the outline of a file is made of. */
import type { Range } from '../../syntax/types';

export type SymbolKind = 'document' | 'section' | 'row' | 'person' | 'entity' | 'item' | 'value';

export interface OutlineSymbol {
  readonly name: string;
  /** A verdict, a status or a value; empty where there is none. */
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: Range;
  /** Lies in `range`. */
  readonly selection: Range;
  readonly children: readonly OutlineSymbol[];
}
