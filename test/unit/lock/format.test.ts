import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Digest } from '../../../server/src/evidence';
import { printEntry, routeKey, type LockEntry } from '../../../server/src/lock/entry';
import { addToLock, LOCK_LIMITS, parseLock, type LockFile } from '../../../server/src/lock/format';
import { entryArbitrary } from './support';

const entry = (over: Partial<LockEntry> = {}): LockEntry => ({
  file: 'aims.yaml',
  part: 'northwind:policy',
  recordedOn: '2026-11-01T09:12:33Z',
  kind: 'policy',
  by: 'dana',
  effective: '2026-02-10',
  digest: `sha256:${'a'.repeat(64)}`,
  parts: new Map(),
  ...over,
});

const textOf = (entries: readonly LockEntry[], before?: string): string => {
  const added = addToLock(before, entries);
  assert.ok('text' in added, JSON.stringify(added));
  return added.text;
};

const entriesOf = ({ records }: LockFile): LockEntry[] =>
  records.map(({ line, ...rest }) => {
    assert.ok(line > 0);
    return rest;
  });

const sorted = (entries: readonly LockEntry[]): string[] => entries.map(printEntry).sort();
const codes = (text: string): string[] => parseLock(text).problems.map(({ code, line }) => `${code}@${line}`);

describe('aims.lock: text', () => {
  it('is a version, a note, and one record a line', () => {
    const text = textOf([
      entry({
        by: 'Dana Reyes',
        email: 'dana@northwind.example',
        parts: new Map<string, Digest>([
          ['file/docs/b.md', `sha256:${'c'.repeat(64)}`],
          ['document', `sha256:${'b'.repeat(64)}`],
        ]),
      }),
    ]);
    const [version, note, line, end] = text.split('\n');
    assert.equal(version, 'aims.lock 1');
    assert.match(note!, /^# .*not a signature/);
    assert.equal(
      line,
      'aims.yaml northwind:policy 2026-11-01T09:12:33Z policy by=Dana%20Reyes effective=2026-02-10 ' +
        `email=dana@northwind.example content=sha256:${'a'.repeat(64)} ` +
        `+document=sha256:${'b'.repeat(64)} +file/docs/b.md=sha256:${'c'.repeat(64)}`,
    );
    assert.equal(end, '');
  });

  it('gives back any records it was given', () => {
    fc.assert(
      fc.property(fc.array(entryArbitrary, { maxLength: 8 }), (entries) => {
        const lock = parseLock(textOf(entries));
        assert.deepEqual(lock.problems, []);
        const unique = [...new Map(entries.map((each) => [printEntry(each), each])).values()];
        assert.deepEqual(
          entriesOf(lock).sort((a, b) => (printEntry(a) < printEntry(b) ? -1 : 1)),
          unique.sort((a, b) => (printEntry(a) < printEntry(b) ? -1 : 1)),
        );
      }),
    );
  });

  it('is the same bytes in whatever order and however often records were added', () => {
    const later = (each: LockEntry, index: number): LockEntry => ({ ...each, part: `${each.part}${index}` });
    fc.assert(
      fc.property(fc.array(entryArbitrary, { maxLength: 6 }), (some) => {
        const entries = some.map(later);
        const once = textOf(entries);
        assert.equal(
          [...entries]
            .reverse()
            .reduce<string | undefined>((text, each) => textOf([each], text), undefined) ?? once,
          once,
        );
        assert.equal(textOf(entries, once), once);
      }),
    );
  });

  it('shows nothing invisible and breaks at no sign', () => {
    const text = textOf([entry({ by: 'a\u202Eb\u2028c\u00A0d\te' })]);
    assert.equal(/[^\S \n]|[\p{Cf}]/u.test(text), false);
    assert.equal(parseLock(text).records[0]!.by, 'a\u202Eb\u2028c\u00A0d\te');
  });

  it('half a character becomes the replacement character, never an exception', () => {
    assert.equal(parseLock(textOf([entry({ by: 'x\uD800y' })])).records[0]!.by, 'x\uFFFDy');
  });

  it('reads CRLF, a byte order mark and spaces at line ends', () => {
    const text = textOf([entry()]);
    const lock = parseLock(`\uFEFF${text.replaceAll('\n', '  \r\n')}`);
    assert.deepEqual(lock.problems, []);
    assert.deepEqual(entriesOf(lock), [entry()]);
  });

  it('an empty file holds no records and lacks nothing', () => {
    assert.deepEqual(codes(''), []);
    assert.deepEqual(codes('\n\n'), []);
  });
});

describe('aims.lock: the newest record of a route wins', () => {
  const newest = (text: string): LockEntry | undefined =>
    parseLock(text).byRoute.get(routeKey(entry()))?.at(-1);

  it('by the clock', () => {
    const text = textOf([
      entry({ recordedOn: '2026-11-02T00:00:00Z', by: 'new' }),
      entry({ recordedOn: '2026-11-01T00:00:00Z', by: 'old', effective: '2026-11-30' }),
    ]);
    assert.equal(newest(text)?.by, 'new');
    assert.equal(newest(text.split('\n').reverse().join('\n'))?.by, 'new');
  });

  it('of two in the same second, the one added later, whatever its digest', () => {
    const first = textOf([entry({ digest: `sha256:${'f'.repeat(64)}` })]);
    assert.equal(newest(textOf([entry({ digest: `sha256:${'0'.repeat(64)}` })], first))?.digest[7], '0');
    assert.equal(newest(textOf([entry({ digest: `sha256:${'9'.repeat(64)}` })], first))?.digest[7], '9');
  });
});

describe('aims.lock: what is wrong with it', () => {
  const good = textOf([entry(), entry({ part: 'northwind:soa', kind: 'soa' })]);

  it('conflict markers are one problem; the records of both sides count', () => {
    const conflicted = `aims.lock 1\n<<<<<<< HEAD\n${printEntry(entry())}\ngarbled\n||||||| base\n=======\n${printEntry(entry({ by: 'bo' }))}\n>>>>>>> other\n`;
    assert.deepEqual(codes(conflicted), ['conflict-markers@1']);
    assert.deepEqual(
      parseLock(conflicted).records.map(({ by }) => by),
      ['dana', 'bo'],
    );
  });

  it('a conflict of which somebody deleted only a part is one problem too', () => {
    const [mine, theirs] = [printEntry(entry()), printEntry(entry({ by: 'bo' }))];
    assert.deepEqual(codes(`aims.lock 1\n${mine}\n=======\n${theirs}\n>>>>>>> other\n`), [
      'conflict-markers@2',
    ]);
    assert.deepEqual(codes(`aims.lock 1\n${mine}\n${theirs}\n>>>>>>> other\n`), ['conflict-markers@3']);
  });

  it('a conflict over the first line is one problem too', () => {
    assert.deepEqual(codes(`<<<<<<< HEAD\naims.lock 1\n=======\naims.lock 1\n>>>>>>> other\n`), [
      'conflict-markers@0',
    ]);
  });

  it('a garbled line is a problem at that line, the others are read', () => {
    const line = good.split('\n').findIndex((each) => each.includes(':policy'));
    for (const [from, to] of [
      ['sha256:a', 'sha256:g'],
      ['sha256:aaaa', 'sha256:a'],
      ['2026-11-01T09', '2026-02-30T09'],
      ['2026-11-01T09', '2026-11-01T29'],
      ['effective=2026-02-10', 'effective=yesterday'],
      ['effective=2026-02-10 ', ''],
      ['by=dana ', ''],
      ['by=dana', 'by='],
      ['by=dana', 'by=%ff'],
      ['by=dana', 'by=dana by=bo'],
      ['by=dana', 'by=dana colour=red'],
      [' policy by', ' polcy by'],
      [' by=dana', '  by=dana'],
      ['content=', '+content='],
    ] as const) {
      const lines = good.split('\n');
      lines[line] = lines[line]!.replace(from, to);
      assert.notEqual(lines.join('\n'), good, from);
      assert.deepEqual(codes(lines.join('\n')), [`line@${line}`], `${from} -> ${to}`);
      assert.deepEqual(
        parseLock(lines.join('\n')).records.map(({ kind }) => kind),
        ['soa'],
      );
      assert.deepEqual([...parseLock(lines.join('\n')).unsure], [routeKey(entry())]);
    }
  });

  it('an unknown version is one problem, and nothing is taken from the file', () => {
    const lock = parseLock(good.replace('aims.lock 1', 'aims.lock 2'));
    assert.deepEqual(
      lock.problems.map(({ code, line }) => [code, line]),
      [['unknown-version', 0]],
    );
    assert.equal(lock.readable, false);
    assert.deepEqual(lock.records, []);
  });

  it('a version line that was deleted is a problem; the records still count', () => {
    const lock = parseLock(good.split('\n').slice(1).join('\n'));
    assert.deepEqual(
      lock.problems.map(({ code }) => code),
      ['no-version'],
    );
    assert.equal(lock.records.length, 2);
  });

  it('what is too large is not read, neither a file nor a line', () => {
    const tooLong = `aims.lock 1\n${'x'.repeat(LOCK_LIMITS.line + 1)}\n${printEntry(entry())}`;
    assert.deepEqual(codes(tooLong), ['line@1']);
    assert.equal(parseLock(tooLong).records.length, 1);
    const huge = parseLock(`aims.lock 1\n${'#\n'.repeat(LOCK_LIMITS.file / 2)}`);
    assert.deepEqual([huge.readable, huge.problems[0]?.code], [false, 'too-large']);
  });

  it('never throws, and finds every record that is whole, whatever stands around it', () => {
    const noise = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=======', '%', '+', 'a b c d'),
    );
    fc.assert(
      fc.property(fc.array(noise), (lines) => {
        const text = `aims.lock 1\n${lines.map((line) => line.replaceAll(/[\n\r]/g, '')).join('\n')}\n${printEntry(entry())}\n`;
        const lock = parseLock(text);
        if (lock.readable) assert.ok(lock.records.some(({ by }) => by === 'dana'));
      }),
    );
  });
});

describe('aims.lock: adding', () => {
  it('keeps lines it cannot read, and comments', () => {
    const text = textOf([entry()], 'aims.lock 1\n# ours\nsome garbled line\n');
    assert.ok(text.includes('\nsome garbled line\n'));
    assert.ok(text.startsWith('aims.lock 1\n# ours\n'));
    assert.equal(parseLock(text).records.length, 1);
  });

  it('mends a version line that was deleted', () => {
    assert.deepEqual(codes(textOf([entry({ by: 'bo' })], printEntry(entry()))), []);
  });

  it('refuses a file with a conflict or of another version', () => {
    for (const text of ['aims.lock 1\n<<<<<<< HEAD\n=======\n>>>>>>> x\n', 'aims.lock 7\n'])
      assert.ok('problem' in addToLock(text, [entry()]), text);
  });
});

describe('aims.lock: merging two branches', () => {
  const unionOfLines = (a: string, b: string): string =>
    [...new Set([...a.split('\n'), ...b.split('\n')])].join('\n');

  it('the lines of both are a valid lock with the records of both', () => {
    const some = fc.array(entryArbitrary, { maxLength: 4 });
    fc.assert(
      fc.property(some, some, some, (base, ours, theirs) => {
        const common = textOf(base);
        const lock = parseLock(unionOfLines(textOf(ours, common), textOf(theirs, common)));
        assert.deepEqual(lock.problems, []);
        assert.deepEqual(sorted(entriesOf(lock)), [...new Set(sorted([...base, ...ours, ...theirs]))]);
      }),
    );
  });

  it('git merges approvals of different things without a conflict, and with merge=union those of the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aims-lock-'));
    try {
      const merge = (base: string, ours: string, theirs: string, ...options: string[]): string => {
        writeFileSync(join(folder, 'base'), base);
        writeFileSync(join(folder, 'ours'), ours);
        writeFileSync(join(folder, 'theirs'), theirs);
        return execFileSync('git', ['merge-file', '-p', ...options, 'ours', 'base', 'theirs'], {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      };
      const at = (part: string, by = 'dana'): LockEntry => entry({ part: `n:${part}`, by });
      const base = textOf([at('b'), at('d'), at('f')]);
      const clean = merge(base, textOf([at('c')], base), textOf([at('e')], base));
      assert.equal(clean, textOf([at('b'), at('c'), at('d'), at('e'), at('f')]));
      const union = merge(base, textOf([at('c', 'bo')], base), textOf([at('c', 'chen')], base), '--union');
      assert.deepEqual(codes(union), []);
      assert.equal(parseLock(union).byRoute.get(routeKey(at('c')))?.length, 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
