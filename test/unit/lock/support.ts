/** Records of any shape, for property tests. */
import fc from 'fast-check';
import type { Digest } from '../../../server/src/evidence';
import { APPROVAL_KINDS, type LockEntry } from '../../../server/src/lock/entry';

export const digestArbitrary: fc.Arbitrary<Digest> = fc
  .string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 64, maxLength: 64 })
  .map((hex): Digest => `sha256:${hex}`);

/** Whatever people and file systems come up with: spaces, percent signs, emoji, line breaks, right-to-left marks. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    'a b',
    '100%',
    '%2e%2e',
    '=======',
    '# x',
    '<<<<<<< HEAD',
    'a=b',
    '+c',
    '\u202Ex',
    'é',
    'a\nb\r\u2028c',
    '…',
    '"q"',
  ),
);

const two = (value: number): string => String(value).padStart(2, '0');
export const timestampArbitrary = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2039-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2039 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);

export const entryArbitrary: fc.Arbitrary<LockEntry> = fc
  .record({
    file: text,
    part: text,
    recordedOn: timestampArbitrary,
    kind: fc.constantFrom(...APPROVAL_KINDS),
    by: text,
    effective: day,
    email: fc.option(text, { nil: undefined }),
    digest: digestArbitrary,
    parts: fc.dictionary(text, digestArbitrary, { maxKeys: 4, noNullPrototype: true }),
  })
  .map(({ email, parts, ...rest }) => ({
    ...rest,
    ...(email === undefined ? {} : { email }),
    parts: new Map(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))),
  }));
