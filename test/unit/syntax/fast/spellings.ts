import fc from 'fast-check';

/** Lines of a value, the first of which stands behind its key or dash if `inline`, and how they are indented by who uses them. */
interface Written {
  readonly inline: boolean;
  readonly lines: readonly string[];
  /** A list, which may stand in the column of its key. */
  readonly list?: boolean;
}

const word = fc.constantFrom(
  'credit-scoring',
  'A.6.2.4',
  'docs/policy.md#roles',
  'https://example.com/a?b=c:d',
  'git:v2.3.0',
  '2026-03-10',
  'x',
  '1.10',
  '-0.5',
  '0x1F',
  '.5',
  '1e3',
  'true',
  'null',
  '~',
  'No',
  'Größe – “à peu près” 🙂',
  'a#b',
  'it"s',
  "it's",
  '-dash',
  '<= 3',
  '日本',
);
const plain = fc.oneof(
  word,
  fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' ').replace(/ ~/g, ' t')),
);
const quoted = fc.constantFrom(
  '""',
  "''",
  '"a: b # c"',
  "'it''s: [x], {y}'",
  '"tab\\t, quote\\", slash\\\\"',
  "'# no comment'",
  '"- x"',
  "'4.4'",
  '"é"',
);
const key = fc.constantFrom(
  'aims',
  'id',
  'owner',
  'A.5.2',
  "'4.4'",
  '"quoted key"',
  'x-own',
  '2026',
  'null',
  'in two words',
  'schlüssel',
  'constructor',
);
const gap = fc.constantFrom('', ' ', '  ');
const comment = fc.constantFrom('', '', '', '', ' # c', '  # it\'s: "x" [', ' #', '   ');
const flowScalar = fc.oneof(
  word.filter((text) => !text.startsWith('<=')),
  quoted,
);

/** A list or map in brackets on one line. */
const { flow } = fc.letrec<{ flow: string; member: string }>((tie) => ({
  flow: fc.oneof(
    fc
      .tuple(fc.array(tie('member'), { maxLength: 4 }), gap, gap)
      .map(([items, a, b]) => `[${a}${items.join(`,${b}`)}${a}]`),
    fc
      .tuple(
        fc.uniqueArray(key, { maxLength: 4 }),
        fc.array(tie('member'), { minLength: 4, maxLength: 4 }),
        gap,
        gap,
      )
      .map(
        ([keys, values, a, b]) => `{${a}${keys.map((k, i) => `${k}: ${b}${values[i]!}`).join(`, ${b}`)}${a}}`,
      ),
  ),
  member: fc.oneof({ depthSize: 'small', withCrossShrink: true }, flowScalar, flowScalar, tie('flow')),
}));

const oneLine: fc.Arbitrary<Written> = fc
  .tuple(fc.oneof(plain, plain, quoted, flow, fc.constant('')), comment)
  .map(([text, behind]) => ({ inline: true, lines: [text + behind] }));

const blockScalar: fc.Arbitrary<Written> = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>-'),
    comment,
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.constantFrom('Some text.', 'a: b', '# no comment', '- x', '"', '', ' ', "it's [", 'ü'), {
      maxLength: 5,
    }),
  )
  .map(([header, behind, indent, lines]) => ({
    inline: true,
    lines: [
      header + behind,
      ...['first', ...lines].map((line) => (line.trim() === '' ? line : ' '.repeat(indent) + line)),
    ],
  }));

const between = fc.constantFrom<readonly string[]>(
  [],
  [],
  [],
  [''],
  ['# own line'],
  ['', '     # deep'],
  ['   '],
);

function under(indent: number, lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
}

/** Puts a value behind a key or dash: on the same line where it may, else below. */
function behind(lead: string, value: Written, indent: number, empty: string): string[] {
  const [first = '', ...rest] = value.lines;
  if (value.inline) return [first === '' ? lead : `${lead} ${first}`, ...rest];
  return [lead + empty, ...under(value.list ? indent : Math.max(indent, 1), value.lines)];
}

const { block } = fc.letrec<{ block: Written; node: Written }>((tie) => ({
  node: fc.oneof({ depthSize: 'medium' }, oneLine, oneLine, blockScalar, tie('block')),
  block: fc.oneof(
    fc
      .tuple(
        fc.uniqueArray(key, { minLength: 1, maxLength: 4 }),
        fc.array(tie('node'), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 4 }),
        gap,
        comment,
        between,
      )
      .map(([keys, values, indent, space, empty, lines]) => ({
        inline: false,
        lines: keys.flatMap((k, i) => [
          ...behind(`${k}:${space.slice(1)}`, values[i]!, indent, empty),
          ...lines,
        ]),
      })),
    fc
      .tuple(
        fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        comment,
        between,
      )
      .map(([values, space, compact, empty, lines]) => ({
        inline: false,
        list: true,
        lines: values.flatMap((value) => [...item(value, space, compact, empty), ...lines]),
      })),
  ),
}));

/** An item; a collection in it begins behind the dash if `compact`. */
function item(value: Written, space: number, compact: boolean, empty: string): string[] {
  const [first = '', ...rest] = value.lines;
  if (value.inline || !compact || first.startsWith('#')) return behind('-', value, space, empty);
  return [`-${' '.repeat(space)}${first}`, ...under(space + 1, rest)];
}

/** Valid documents of the kind that cards are, in many spellings. */
export const spellings: fc.Arbitrary<string> = fc
  .tuple(block, fc.constantFrom('\n', '\n', '\r\n'), fc.constantFrom(0, 0, 2), fc.boolean(), between)
  .map(([{ lines }, lineBreak, indent, ended, above]) =>
    [...above, ...under(indent, lines), ...(ended ? [''] : [])].join(lineBreak),
  );
