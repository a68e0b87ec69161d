import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readFixture, type FixtureFile } from '../../support/fixture';
import { check } from '../../support/run-fixture';

const FIXTURES = new URL('../../fixtures/rules/', import.meta.url);

/** Every small workspace of every fixture. */
const WORKSPACES = readdirSync(FIXTURES)
  .sort()
  .flatMap((name) => readFixture(readFileSync(new URL(name, FIXTURES), 'utf8')).cases)
  .map(({ files, at }) => ({ files, at }));

/** Checks and asks for every fix: neither may throw, whatever the text. */
async function survives(files: readonly FixtureFile[], at: string): Promise<void> {
  const { findings, service, snapshot } = await check(files, at);
  for (const finding of findings) {
    assert.notEqual(finding.message, finding.rule, 'every report names a message that exists');
    service.fixes(snapshot, finding);
  }
}

const withText = (files: readonly FixtureFile[], index: number, text: string): readonly FixtureFile[] =>
  files.map((file, at) => (at === index ? { ...file, text } : file));

/** What stands before each line break. */
function* prefixesOf(text: string): Generator<string> {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) yield text.slice(0, at);
}

const PIECES = [
  '\n',
  '  ',
  ':',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  '#',
  '*a',
  '&a ',
  '\t',
  'null',
  'TODO',
  '\u202e',
  '1e400',
  '---\n',
  '<<: ',
  'é',
];

describe('rules on text somebody is typing', () => {
  it('survive every fixture cut off at every line', async function () {
    this.timeout(120_000);
    for (const { files, at } of WORKSPACES)
      for (const [index, { text }] of files.entries())
        for (const prefix of prefixesOf(text)) await survives(withText(files, index, prefix), at);
  });

  it('survive two hundred random edits', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...WORKSPACES),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.constantFrom(...PIECES)), {
          minLength: 1,
          maxLength: 6,
        }),
        async ({ files, at }, which, edits) => {
          const index = which % Math.max(files.length, 1);
          const text = edits.reduce((before, [position, length, piece]) => {
            const start = position % (before.length + 1);
            return before.slice(0, start) + piece + before.slice(start + length);
          }, files[index]?.text ?? '');
          await survives(withText(files, index, text), at);
        },
      ),
      { numRuns: 200, seed: 42 },
    );
  });
});
