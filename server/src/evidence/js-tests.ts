/** Titles of tests in JavaScript and TypeScript: vitest, jest, mocha, node:test, Playwright, Jasmine, QUnit, Deno, Bun. */
import { COMPUTED, type JsToken, type JsTokens } from './js-tokens';

export interface TestTitle {
  readonly kind: 'suite' | 'test';
  /** Titles of the suites around it and its own, from the outside in. `COMPUTED` stands for what only running tells. */
  readonly titles: readonly string[];
  /** The title is completed from a table (`it.each`). */
  readonly isTable: boolean;
  /** Offsets of the title in the text. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the whole call, with everything inside it. */
  readonly call: { readonly start: number; readonly end: number };
}

const SUITES = new Set(['describe', 'context', 'suite', 'fdescribe', 'xdescribe', 'xcontext', 'module']);
const TESTS = new Set(['it', 'test', 'specify', 'fit', 'xit', 'xtest', 'xspecify']);
/** Objects whose members are suites and tests: `QUnit.test`, `Deno.test`, and the context of node:test and tap. */
const HOLDERS = new Set(['QUnit', 'Deno', 't']);
const MODIFIERS = new Set(
  'only skip todo concurrent sequential serial parallel shuffle failing fails fixme each for runIf skipIf if'.split(
    ' ',
  ),
);
const TABLES = new Set(['each', 'for']);

/** In file order. A title that is no text at all (a variable) is `COMPUTED` as a whole. */
export function findTestTitles({ tokens, partner }: JsTokens): TestTitle[] {
  const found: TestTitle[] = [];
  /** Suites that are open at the current token, by the index of the bracket that ends their call. */
  const around: { readonly closes: number; readonly title: string; readonly isTable: boolean }[] = [];
  for (let index = 0; index < tokens.length; index++) {
    while (around.length > 0 && (around.at(-1)?.closes ?? 0) <= index) around.pop();
    const call = testCallAt(tokens, partner, index);
    if (!call) continue;
    const first = tokens[call.open + 1];
    const closes = partner.get(call.open);
    if (!first || closes === undefined || closes === call.open + 1) continue;
    const title = titleOf(tokens, first, call.open + 1);
    const isTable = call.isTable || around.some((suite) => suite.isTable);
    const titles = [...around.map((suite) => suite.title), title];
    found.push({
      kind: call.kind,
      titles,
      isTable,
      start: first.start,
      end: first.end,
      call: { start: tokens[index]?.start ?? first.start, end: tokens[closes]?.end ?? first.end },
    });
    if (call.kind === 'suite') around.push({ closes, title, isTable: call.isTable });
    index = call.open;
  }
  return found;
}

interface TestCall {
  readonly kind: 'suite' | 'test';
  readonly isTable: boolean;
  /** Index of the bracket in front of the title. */
  readonly open: number;
}

/** `it(`, `describe.only(`, `test.each([...])(`, ``it.each`table`(``, `test.skipIf(x)(`. */
function testCallAt(
  tokens: readonly JsToken[],
  partner: ReadonlyMap<number, number>,
  index: number,
): TestCall | undefined {
  const before = tokens[index - 1];
  // `x.it(`: a member of something else; `function it(`: a definition.
  if (before?.kind === 'sign' && before.text === '.') return undefined;
  if (before?.kind === 'name' && /^(?:function|class|new|import)$/.test(before.text)) return undefined;
  const root = tokens[index];
  if (root?.kind !== 'name') return undefined;
  let kind = kindOf(root.text);
  if (!kind && !HOLDERS.has(root.text)) return undefined;
  let isTable = false;
  let at = index + 1;
  for (; isSign(tokens[at], '.'); at += 2) {
    const member = tokens[at + 1];
    if (member?.kind !== 'name') return undefined;
    const memberKind = kindOf(member.text);
    // `test.describe` of Playwright is a suite, `it.describe` of nobody's harms nothing.
    if (memberKind) kind = memberKind;
    else if (!MODIFIERS.has(member.text)) return undefined;
    if (TABLES.has(member.text)) isTable = true;
  }
  if (!kind) return undefined;
  return openingOf(tokens, partner, at, { kind, isTable });
}

/** Behind `each` and `skipIf` stands a call or a template of its own, then the one with the title. */
function openingOf(
  tokens: readonly JsToken[],
  partner: ReadonlyMap<number, number>,
  at: number,
  call: Omit<TestCall, 'open'>,
): TestCall | undefined {
  // Type arguments, `it.each<Case>(`: over them.
  const open = isSign(tokens[at], '<') ? behindTypes(tokens, at) : at;
  const token = tokens[open];
  if (token?.kind === 'text') {
    let behind = open + 1;
    while ((tokens[behind]?.start ?? Infinity) < token.end) behind++;
    return call.isTable && isSign(tokens[behind], '(') ? { ...call, open: behind } : undefined;
  }
  if (!isSign(token, '(')) return undefined;
  const closes = partner.get(open);
  return closes !== undefined && isSign(tokens[closes + 1], '(')
    ? { ...call, open: closes + 1 }
    : { ...call, open };
}

/** Type arguments are short; `it < x` is no call at all. */
const MAX_TYPE_TOKENS = 60;

function behindTypes(tokens: readonly JsToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(tokens.length, from + MAX_TYPE_TOKENS); at++) {
    if (isSign(tokens[at], '<')) depth++;
    // The `>` of `=>` closes nothing.
    else if (isSign(tokens[at], '>') && !isSign(tokens[at - 1], '=') && --depth === 0) return at + 1;
  }
  return from;
}

function kindOf(name: string): TestCall['kind'] | undefined {
  if (SUITES.has(name)) return 'suite';
  return TESTS.has(name) ? 'test' : undefined;
}

/** A text that stands alone as the argument. Texts joined with `+` are known in their text parts. */
function titleOf(tokens: readonly JsToken[], first: JsToken, index: number): string {
  if (first.kind !== 'text') return COMPUTED;
  let next = index + 1;
  while ((tokens[next]?.start ?? Infinity) < first.end) next++;
  return isSign(tokens[next], ',') || isSign(tokens[next], ')') ? first.text : first.text + COMPUTED;
}

function isSign(token: JsToken | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.text === sign;
}
