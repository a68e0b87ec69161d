/** What stands around an offset, from the document down to the innermost. */
import type { PlacedNode, Route } from '../../syntax/types';
import type { Asked } from './types';

export interface Step {
  readonly placed: PlacedNode;
  readonly route: Route;
}

export function pathTo({ yaml, offset }: Asked): readonly Step[] {
  const path: Step[] = [];
  let step: Step | undefined = first(yaml.placed([]));
  while (step) {
    path.push(step);
    const { placed, route }: Step = step;
    const child: PlacedNode | undefined = placed
      .children()
      .find(({ entry }) => entry.start <= offset && offset <= entry.end);
    step = child?.step === undefined ? undefined : { placed: child, route: [...route, child.step] };
  }
  return path;
}

const first = (placed: PlacedNode | undefined): Step | undefined => placed && { placed, route: [] };
