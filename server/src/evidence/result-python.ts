/** pytest (and unittest-xml-reporting): `tests/x.py::Class::test[a]` is the class `tests.x.Class` and the name `test[a]`. */
import type { TestCase } from './junit';
import type { Match, TestId } from './result-types';

export function matchPython(test: TestId, each: TestCase): Match | undefined {
  const module = moduleOf(test.path);
  const own = test.names.at(-1);
  if (own !== undefined) {
    const place = placeOf(each.className, module, test.names.slice(0, -1), false);
    if (place !== undefined) {
      const oneOfMany = isParametrised(each.name, own) && test.parameter === undefined;
      const isSame = each.name === (test.parameter === undefined ? own : `${own}[${test.parameter}]`);
      if (isSame || oneOfMany) return { case: each, place, fit: overlap(place, module) };
    }
  }
  if (test.parameter !== undefined) return undefined;
  // The whole file, or a class with all its tests.
  const place = placeOf(each.className, module, test.names, true);
  return place === undefined ? undefined : { case: each, place, fit: overlap(place, module) };
}

/** The dotted module a path has, seen from its root. */
function moduleOf(path: string): string {
  return path
    .replace(/\.py$/i, '')
    .replace(/^\.?\//, '')
    .replaceAll('/', '.');
}

/**
 * The part of a class name that names the module, if it can be this module: they agree from the end, up to where one of
 * them ends. A run may have started above or below the root of the workspace.
 */
function placeOf(
  className: string,
  module: string,
  classes: readonly string[],
  orBelow: boolean,
): string | undefined {
  const inner = classes.map((name) => `.${name}`).join('');
  const stem = module.slice(module.lastIndexOf('.') + 1);
  // The last segment of the module with its classes is where the two must agree at least.
  for (let at = startOfSegment(className, stem, 0); at >= 0; at = startOfSegment(className, stem, at + 1)) {
    const end = at + stem.length;
    const rest = className.slice(end);
    const fits = rest === inner || (orBelow && rest.startsWith(`${inner}.`));
    const place = className.slice(0, end);
    if (fits && sameEnd(place, module)) return place;
  }
  return undefined;
}

function startOfSegment(dotted: string, segment: string, from: number): number {
  for (let at = dotted.indexOf(segment, from); at >= 0; at = dotted.indexOf(segment, at + 1)) {
    const end = dotted.charAt(at + segment.length);
    if ((at === 0 || dotted.charAt(at - 1) === '.') && (end === '' || end === '.')) return at;
  }
  return -1;
}

function sameEnd(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The same place is better than any that only ends alike: then the run started at the root of the workspace. */
function overlap(place: string, module: string): number {
  return Math.min(place.length, module.length) + (place === module ? 1 : 0);
}

function isParametrised(name: string, test: string): boolean {
  return name.startsWith(`${test}[`) && name.endsWith(']');
}
