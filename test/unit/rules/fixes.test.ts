import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Fix } from '../../../server/src/fixes/edit';
import { firstToFillIn } from '../../../server/src/fixes/to-fill-in';
import { parse } from '../../../server/src/syntax';
import { readFixture } from '../../support/fixture';
import { applied, check } from '../../support/run-fixture';

const FIXTURES = new URL('../../fixtures/rules/', import.meta.url);

const CASES = readdirSync(FIXTURES)
  .sort()
  .flatMap((name) => readFixture(readFileSync(new URL(name, FIXTURES), 'utf8')).cases);

interface Read {
  readonly problems: number;
  readonly comments: number;
}

const known = new Map<string, Read>();

function read(text: string): Read {
  let found = known.get(text);
  if (!found) {
    const { problems, comments } = parse(text);
    known.set(text, (found = { problems: problems.length, comments: comments.length }));
  }
  return found;
}

/** Makes every fix of every finding of every fixture, its text changed by `vary` first. */
async function tryAll(
  vary: (text: string) => string,
  judge: (before: string, after: string, fix: Fix, path: string) => void,
): Promise<number> {
  let tried = 0;
  for (const { files, at } of CASES) {
    const varied = files.map((file) => ({ ...file, text: vary(file.text) }));
    const { findings, service, snapshot } = await check(varied, at);
    for (const finding of findings)
      for (const fix of service.fixes(snapshot, finding)) {
        tried++;
        const after = await applied(varied, snapshot, fix);
        for (const { path, text } of after) {
          const before = varied.find((file) => file.path === path)?.text ?? '';
          if (path.endsWith('.yaml') && before !== text) judge(before, text, fix, path);
        }
      }
  }
  return tried;
}

describe('every fix of every finding in every fixture', () => {
  it('leaves YAML that can be read', async function () {
    this.timeout(60_000);
    const tried = await tryAll(
      (text) => text,
      (before, after, { title }) =>
        assert.ok(read(after).problems <= read(before).problems, `${title}\n${after}`),
    );
    assert.ok(tried > 400, `tried ${tried}`);
  });

  it('names the place of the first placeholder it writes, in the text as it is then', async function () {
    this.timeout(60_000);
    let named = 0;
    await tryAll(
      (text) => text,
      (before, after, { title, changes }, path) => {
        const open = firstToFillIn(changes.filter((change) => change.kind !== 'draft'));
        // A comment at the top may say what the word means.
        const count = (text: string): number => text.replace(/^#.*/gm, '').split('TODO').length;
        if (!open) {
          if (changes.every(({ kind }) => kind !== 'draft'))
            assert.ok(count(after) <= count(before), `${title}\n${after}`);
          return;
        }
        if (!open.uri.endsWith(`/${path}`)) return;
        named++;
        const { start, end } = open.range;
        const lines = after.split('\n');
        assert.equal(lines[start.line]?.slice(start.character, end.character), 'TODO', `${title}\n${after}`);
        assert.equal(end.line, start.line);
        const above = lines.slice(0, start.line).join('\n');
        assert.ok(count(above) <= count(before), `${title}: it is the first new one\n${after}`);
      },
    );
    assert.ok(named > 100, `named ${named}`);
  });

  it('keeps Windows line ends and comments, unless a comment is what it deletes', async function () {
    this.timeout(60_000);
    await tryAll(
      (text) => text.replace(/^(?![ \t]*$|%|---)(.*[^|>\s])$/gm, '$1 # kept').replace(/\r?\n/g, '\r\n'),
      (before, after, { title, changes }) => {
        assert.ok(read(after).problems <= read(before).problems, `${title}\n${after}`);
        if (before !== '') assert.doesNotMatch(after, /[^\r]\n/, title);
        const deletes = /comment|Delete the line/.test(title) || changes.length === 0;
        if (!deletes) assert.ok(read(after).comments >= read(before).comments, `${title}\n${after}`);
      },
    );
  });
});
