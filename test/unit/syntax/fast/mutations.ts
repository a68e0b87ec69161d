import fc from 'fast-check';

/** What YAML gives a meaning to, and what it does not allow everywhere. */
// prettier-ignore
const SNIPPETS = [
  ':', ': ', ' :', '- ', '-', '#', ' #', ' # c', '"', "'", '[', ']', '{', '}', ', ', ',', '|', '>', '|-', '>+', '&a ', '*a', '!t ',
  '!!str ', '? ', '<<: ', '%', '@', '`', '~', '---', '...', '\\', '\\x41', '\t', '\r', '\r\n', '\n', '\n\n', '\n  ', '\n    ', '\n- ',
  '\n  - ', '\n# c\n', '\n   # c\n', ' ', '  ', '    ', 'x', 'é', '\u0301', '\u00a0', '\u2028', '\ufeff', '\u200b', '🙂', '\ud83d', '\0', '=',
  'null', 'k: v', '{a: b}', '[a, b]', '"q": ', "''", '|\n  x', '>-\n      x',
] as const;

interface Mutation {
  readonly at: number;
  readonly count: number;
  readonly how:
    | 'insert'
    | 'replace'
    | 'delete'
    | 'drop-line'
    | 'double-line'
    | 'swap-lines'
    | 'indent'
    | 'dedent'
    | 'end';
  readonly text: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  count: fc.integer({ min: 1, max: 4 }),
  how: fc.constantFrom(
    'insert',
    'insert',
    'insert',
    'replace',
    'delete',
    'drop-line',
    'double-line',
    'swap-lines',
    'indent',
    'dedent',
    'end',
  ),
  text: fc.constantFrom(...SNIPPETS),
});

/** The same texts with one to three things changed: characters, and lines as a whole. */
export function mutations(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) => changes.reduce(mutate, text));
}

function mutate(text: string, { at, count, how, text: snippet }: Mutation): string {
  const offset = at % (text.length + 1);
  if (how === 'insert') return text.slice(0, offset) + snippet + text.slice(offset);
  if (how === 'replace') return text.slice(0, offset) + snippet + text.slice(offset + count);
  if (how === 'delete') return text.slice(0, offset) + text.slice(offset + count);
  if (how === 'end') return text.slice(0, offset);
  const lines = text.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  if (how === 'drop-line') lines.splice(index, 1);
  if (how === 'double-line') lines.splice(index, 0, line);
  if (how === 'swap-lines') lines.splice(index, 2, lines[index + 1] ?? '', line);
  if (how === 'indent') lines[index] = ' '.repeat(count) + line;
  if (how === 'dedent') lines[index] = line.startsWith(' '.repeat(count)) ? line.slice(count) : line;
  return lines.join('\n');
}
