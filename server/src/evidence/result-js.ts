/**
 * Runners of JavaScript and TypeScript. They agree on nothing: the file is an attribute (jest-junit, mocha, node:test),
 * the class (vitest, Deno), a suite (Playwright, Bun) or nowhere; the suites are in the name, the class or around.
 */
import { fileTypeOf } from './file-type';
import type { TestCase } from './junit';
import type { Match, TestId } from './result-types';
import { isTable, titleMatches } from './title-pattern';

export function matchJs(test: TestId, each: TestCase): Match | undefined {
  const file = [each.file ?? '', each.className, ...each.suites].find(isPath);
  const place = file === undefined ? '' : plainPath(file);
  const fit = place === '' ? 0 : overlap(place, plainPath(test.path));
  if (place !== '' && fit === 0) return undefined;
  const wanted = oneLine(test.names.join(' '));
  if (wanted === '') return place === '' ? undefined : { case: each, place, fit };
  const titles = titlesOf(each);
  if (place === '') return saysItAll(each, wanted) ? { case: each, place, fit } : undefined;
  // The longest has all suites in it, and tells tests of the same name apart.
  const title = titles.reduce((long, next) => (next.length > long.length ? next : long), '');
  const one = { case: each, place, title };
  const several = { case: each, place };
  if (titles.includes(wanted)) return { ...one, fit: fit * RANKS + 3 };
  if (titles.some((full) => holdsInOrder(full, test.names.map(oneLine))))
    return { ...one, fit: fit * RANKS + 2 };
  if (isTable(wanted) && titles.some((full) => titleMatches(wanted, full, true))) {
    return { ...several, fit: fit * RANKS + 1 };
  }
  return titles.some((full) => full.startsWith(`${wanted} `)) ? { ...several, fit: fit * RANKS } : undefined;
}

/** The title ends with the last name; suites may be left out, and those that are named come in order before it. */
function holdsInOrder(full: string, names: readonly string[]): boolean {
  const last = ` ${names.at(-1) ?? ''}`;
  if (!full.endsWith(last)) return false;
  const suites = `${full.slice(0, -last.length)} `;
  let from = 0;
  for (const name of names.slice(0, -1)) {
    const at = suites.indexOf(`${name} `, from);
    if (at < 0) return false;
    from = at + name.length;
  }
  return true;
}

/** Without a file, only the full title with all suites says enough. */
function saysItAll({ name, className, suites }: TestCase, wanted: string): boolean {
  if (oneLine(`${className} ${name}`) === wanted) return true;
  if (suites.length > 0 && oneLine([...suites, name].join(' ')) === wanted) return true;
  // jest-junit writes the full title twice.
  return oneLine(name) === wanted && (className === name || (className === '' && suites.length === 0));
}

/** How well a title fits decides among cases of files that fit alike. */
const RANKS = 4;

/** The ways in which a report may write the full title of a case, with one space between its parts. */
function titlesOf(each: TestCase): string[] {
  const suites = each.suites.filter((suite) => !isPath(suite));
  const full = [each.name, [...suites, each.name].join(' ')];
  if (!isPath(each.className)) full.push(`${each.className} ${each.name}`);
  return full.map(oneLine);
}

function oneLine(title: string): string {
  return title
    .replace(/\s(?:>|›|»)\s/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isPath(text: string): boolean {
  return fileTypeOf(text) === 'javascript' && !/\s/.test(text.slice(text.lastIndexOf('/') + 1));
}

function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
}

/** Length of the end two paths share, where the shorter is the end of the longer, and one more for the same path; else 0. */
function overlap(a: string, b: string): number {
  if (a === b) return a.length + 1;
  return a.endsWith(`/${b}`) || b.endsWith(`/${a}`) ? Math.min(a.length, b.length) : 0;
}
