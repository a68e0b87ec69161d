/** When nothing may be written in another way: somebody approved it as it is, or silenced a line of it. */
import { approvalsOf } from '../../lock/state';
import type { Route, TextSpan } from '../../syntax/types';
import type { Asked } from './types';

/** Does a recorded approval speak of what stands there, or of something it is in? */
export const isApproved = ({ snapshot, uri, yaml }: Asked, route: Route): boolean =>
  approvalsOf(snapshot)
    .recordedIn(uri)
    .some(({ approvable: { homes } }) =>
      homes.some(
        (home) =>
          home.uri === uri &&
          home.document === yaml.index &&
          home.route.slice(0, route.length).every((step, index) => step === route[index]),
      ),
    );

/** A comment silences the line below it: findings must not leave that line, or come to it. */
export function isSilenced({ parsed }: Asked, { start, end }: TextSpan): boolean {
  const [first, last] = [parsed.positionAt(start).line, parsed.positionAt(end).line];
  return parsed.comments.some(({ text, span }) => {
    const { line } = parsed.positionAt(span.start);
    return text.includes('aims-ignore') && line >= first - 1 && line <= last;
  });
}

/** Is there a comment in it? It would have no place in one line. */
export const hasComment = ({ parsed }: Asked, { start, end }: TextSpan): boolean =>
  parsed.comments.some(({ span }) => span.start >= start && span.end <= end);
