/** Where a pattern begins: what stands before the first part that is not plain. */

const NOT_PLAIN = /[*?[\]{}()!+@\\]/;

/** @returns `src` of `src/**`, a whole plain path; undefined where the pattern begins with a star */
export function globBase(pattern: string): string | undefined {
  const segments = pattern.replace(/^!/, '').split('/');
  const star = segments.findIndex((segment) => NOT_PLAIN.test(segment));
  const base = (star < 0 ? segments : segments.slice(0, star)).join('/');
  return base === '' || base === '.' ? undefined : base;
}
