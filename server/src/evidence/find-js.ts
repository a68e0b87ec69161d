/** Is there such a test, or such a symbol, in a JavaScript or TypeScript file? */
import { tr, translatable } from '../l10n/tr';
import { nearest } from '../catalogue/nearest';
import { LineTable } from '../syntax/lines';
import { quoteForUser } from '../syntax/quoteForUser';
import { findTestTitles, type TestTitle } from './js-tests';
import { COMPUTED, readTokens, type JsToken, type JsTokens } from './js-tokens';
import { isOpen, titleMatches } from './title-pattern';
import { missing, unknown, type PartAnswer } from './types';

/**
 * @param names titles from the outside in; suites may be left out. One name may also hold them all, joined the way
 *   test runners print them (`suite > title`, `suite title`).
 */
export function findJsTest(names: readonly string[], text: string): PartAnswer {
  const file = readTokens(text);
  const titles = findTestTitles(file);
  const match = titles.find((title) => denotes(names, title));
  if (match) return found(match, text);
  const reason = cannotTell(file, names.at(-1) ?? '', titles) ?? openTitles(titles);
  return reason === undefined
    ? missing(() => tr('the test {0}', quoteForUser(names.join('::'))), nearestTitle(names, titles))
    : unknown(() => tr(reason));
}

/** @param name a test's title, the name of a declaration, or `Class.member` */
export function findJsName(name: string, text: string): PartAnswer {
  const file = readTokens(text);
  const titles = findTestTitles(file);
  const declared = declarations(file.tokens);
  const match = titles.find((title) => denotes([name], title)) ?? symbolNamed(name, file, declared);
  if (match) return found(match, text);
  const last = name.slice(name.lastIndexOf('.') + 1);
  const isTitle = /\s/.test(name);
  const reason =
    cannotTell(file, isTitle ? name : last, titles) ?? (titles.length > 0 ? openTitles(titles) : undefined);
  if (reason !== undefined) return unknown(() => tr(reason));
  if (isTitle && titles.length > 0) {
    return missing(() => tr('the test {0}', quoteForUser(name)), nearestTitle([name], titles));
  }
  return missing(
    () => quoteForUser(name),
    nearest(
      name,
      declared.map((token) => token.text),
    ),
  );
}

function denotes(names: readonly string[], { titles, isTable }: TestTitle): boolean {
  if (titles.some((title) => isOpen(title, isTable))) return false;
  const [single] = names;
  if (single !== undefined && names.length === 1) {
    const joined = [' > ', ' › ', ' '].map((separator) => titles.join(separator));
    if (joined.some((full) => titleMatches(full, single, isTable))) return true;
  }
  return matchesInOrder(names, titles, isTable);
}

/** The innermost title is the last name; of the suites around it, all that are named occur in order. */
function matchesInOrder(names: readonly string[], titles: readonly string[], isTable: boolean): boolean {
  if (!titleMatches(titles.at(-1) ?? '', names.at(-1) ?? '', isTable)) return false;
  let from = 0;
  for (const name of names.slice(0, -1)) {
    const at = titles
      .slice(0, -1)
      .findIndex((title, index) => index >= from && titleMatches(title, name, isTable));
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function openTitles(titles: readonly TestTitle[]): string | undefined {
  if (titles.length === 0) return translatable('No test was recognised in the file.');
  const open = titles.some(({ titles: path, isTable }) => path.some((title) => isOpen(title, isTable)));
  return open ? translatable('Titles of some tests in the file are computed.') : undefined;
}

/** Why a name that was not found may still be there. */
function cannotTell(
  { tokens, balanced }: JsTokens,
  name: string,
  titles: readonly TestTitle[],
): string | undefined {
  if (!balanced) return translatable('The file could not be read as JavaScript or TypeScript.');
  const understood = new Set(titles.map(({ start }) => start));
  const isElsewhere = tokens.some(
    ({ kind, text, start }) =>
      (kind === 'name' || kind === 'text') && text === name && !understood.has(start),
  );
  if (isElsewhere) {
    return translatable('The name stands in the file, in a place that is not understood.');
  }
  const passesOn = tokens.some(
    ({ text }, at) => text === 'export' && tokens[at + 1]?.kind === 'sign' && tokens[at + 1]?.text === '*',
  );
  return passesOn ? translatable('The file passes on what others export.') : undefined;
}

const DECLARES = new Set([
  'function',
  'class',
  'const',
  'let',
  'var',
  'interface',
  'type',
  'enum',
  'namespace',
]);

function declarations(tokens: readonly JsToken[]): JsToken[] {
  return tokens.filter((token, at) => {
    if (token.kind !== 'name') return false;
    const before = tokens[at - 1]?.text === '*' ? tokens[at - 2] : tokens[at - 1];
    return before?.kind === 'name' && DECLARES.has(before.text);
  });
}

function symbolNamed(name: string, file: JsTokens, declared: readonly JsToken[]): JsToken | undefined {
  const dot = name.lastIndexOf('.');
  const owner = declared.find(({ text }) => text === (dot < 0 ? name : name.slice(0, dot)));
  return owner && dot >= 0 ? memberOf(owner, name.slice(dot + 1), file) : owner;
}

/** A name written in the body behind the owner's name. */
function memberOf(owner: JsToken, name: string, { tokens, partner }: JsTokens): JsToken | undefined {
  const opening = tokens.findIndex(
    ({ start, text, kind }) => start > owner.start && kind === 'sign' && text === '{',
  );
  const body = tokens.slice(opening + 1, partner.get(opening) ?? opening);
  return body.find((token, at) => token.kind === 'name' && token.text === name && body[at - 1]?.text !== '.');
}

function nearestTitle(names: readonly string[], titles: readonly TestTitle[]): string | undefined {
  const written = titles.filter((title) => !title.titles.join('').includes(COMPUTED));
  return names.length === 1
    ? nearest(
        names[0] ?? '',
        written.map((title) => title.titles.at(-1) ?? ''),
      )
    : nearest(
        names.join('::'),
        written.map((title) => title.titles.join('::')),
      );
}

function found({ start, end }: { readonly start: number; readonly end: number }, text: string): PartAnswer {
  const table = LineTable.of(text);
  return { kind: 'found', range: { start: table.positionAt(start), end: table.positionAt(end) } };
}
