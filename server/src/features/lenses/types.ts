/** A line above a line of a file, that says how what stands there is doing. */
import type { Location } from '../../protocol';
import type { Range } from '../../syntax/types';

export interface Lens {
  readonly range: Range;
  readonly title: string;
  /** What a click shows, as far as there is something to show. Worked out only for editors that can go there. */
  readonly reveal: () => Location | undefined;
}
