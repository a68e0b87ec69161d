/** Is there such a test, or such a symbol, in a Python file? */
import { tr, translatable } from '../l10n/tr';
import { nearest } from '../catalogue/nearest';
import { analyseCode, type CodeFacts } from '../code';
import { quoteForUser } from '../syntax/quoteForUser';
import { LineTable } from '../syntax/lines';
import { missing, unknown, type PartAnswer } from './types';

type PythonSymbol = NonNullable<CodeFacts['symbols']>[number];

/**
 * @param names of classes and the function, from the outside in. The parameter of a test is not looked at: what a test
 *   is called with is known when it runs.
 */
export function findPythonTest(names: readonly string[], fileName: string, text: string): PartAnswer {
  const name = names.join('.');
  // A doctest (`x.py::package.module.function`) is named after its module.
  if (names.some((each) => !isIdentifier(each)))
    return unknown(() => tr('This is no name of a test function.'));
  return find(name, fileName, text, (symbols) => {
    return missing(
      () => tr('the test {0}', quoteForUser(names.join('::'))),
      closeTo(name, symbols)?.replaceAll('.', '::'),
    );
  });
}

/** @param name `function`, `Class`, `Class.method` or a variable of the module */
export function findPythonName(name: string, fileName: string, text: string): PartAnswer {
  return find(name, fileName, text, (symbols) => missing(() => quoteForUser(name), closeTo(name, symbols)));
}

/** What has the same name in another class, or else is spelled alike. */
function closeTo(name: string, symbols: readonly PythonSymbol[]): string | undefined {
  const names = symbols.map((each) => each.name);
  return names.find((each) => lastPart(each) === lastPart(name)) ?? nearest(name, names);
}

const HAS_ERRORS = translatable('The file has a syntax error.');

function find(
  name: string,
  fileName: string,
  text: string,
  otherwise: (symbols: readonly PythonSymbol[]) => PartAnswer,
): PartAnswer {
  const facts = analyseCode(fileName, text, 'all');
  if (!facts?.symbols || facts.unreadable !== undefined)
    return unknown(() => tr(facts?.unreadable ?? translatable('The file is not Python.')));
  const symbol = facts.symbols.find((each) => each.name === name);
  if (symbol) return { kind: 'found', range: symbol.range };
  const assigned = name.includes('.') ? undefined : assignmentOf(name, text);
  if (assigned !== undefined) return found(text, assigned, name.length);
  const reason = facts.hasErrors ? HAS_ERRORS : mayStillBe(name, text, facts.symbols);
  return reason === undefined ? otherwise(facts.symbols) : unknown(() => tr(reason));
}

/** Offset of `NAME = …` or `NAME: type` at the start of a line, at any depth of `if` or `try`. */
function assignmentOf(name: string, text: string): number | undefined {
  if (!isIdentifier(name)) return undefined;
  const match = new RegExp(`^([ \\t]*)${name}[ \\t]*(?:=(?!=)|:[^=\\r\\n]*(?:=|$))`, 'm').exec(text);
  return match ? match.index + (match[1]?.length ?? 0) : undefined;
}

/**
 * Why a name without a definition in the file may still be one: it is brought in, inherited or generated. A part of it
 * that stands in the file more often than it is defined is enough, other than in lines that are comments.
 */
function mayStillBe(name: string, text: string, symbols: readonly PythonSymbol[]): string | undefined {
  const code = text.replace(/^[ \t]*#.*$/gm, '');
  const parts = name.split('.');
  for (const [at, part] of parts.entries()) {
    const prefix = parts.slice(0, at + 1).join('.');
    if (symbols.some((each) => each.name === prefix)) continue;
    const definitions = symbols.filter((each) => lastPart(each.name) === part).length;
    if (occurrences(part, code) > definitions)
      return translatable('The name stands in the file, in a place that is not understood.');
  }
  if (/^[ \t]*from\b[^#\r\n]*\bimport[ \t(]+\*/m.test(code))
    return translatable('The file imports names it does not list.');
  if (/\b(?:parameterized|ddt|setattr|globals)\b/.test(code))
    return translatable('The file makes names as it runs.');
  return parts.slice(0, -1).some((owner) => hasBases(owner, code))
    ? translatable('The class may inherit it.')
    : undefined;
}

function occurrences(name: string, code: string): number {
  if (!isIdentifier(name)) return 0;
  const word = new RegExp(`(?<![\\p{ID_Continue}])${name}(?![\\p{ID_Continue}])`, 'gu');
  return code.match(word)?.length ?? 0;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Bases that bring no tests of their own. */
const PLAIN_BASES = new Set([
  'object',
  'ABC',
  'abc.ABC',
  'TestCase',
  'unittest.TestCase',
  'unittest.IsolatedAsyncioTestCase',
  'IsolatedAsyncioTestCase',
]);

function hasBases(className: string, code: string): boolean {
  if (!isIdentifier(className)) return true;
  const bases = new RegExp(`\\bclass[ \\t]+${className}[ \\t]*(?:\\[[^\\]]*\\])?[ \\t]*\\(([^)]*)`, 'u').exec(
    code,
  )?.[1];
  if (bases === undefined) return false;
  return bases
    .split(',')
    .map((base) => base.trim())
    .some((base) => base !== '' && !PLAIN_BASES.has(base));
}

/** Only such names are put into a regular expression: none of their characters means anything there. */
function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name);
}

function found(text: string, start: number, length: number): PartAnswer {
  const table = LineTable.of(text);
  return { kind: 'found', range: { start: table.positionAt(start), end: table.positionAt(start + length) } };
}
