/** `status --format html`: where its links lead, and the past months. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ENVIRONMENT, Repository } from '../node/repository';
import { aims, DAY, folderWith, type Ran } from './support';

const CARD = 'aims: 1\nkind: system\nid: scoring\nname: Scoring\nlifecycle: {stage: deployment}\n';
const CHECKED = `${CARD}controls:\n  A.4.2: {status: not-applicable, why: Bought whole}\n`;

const html = (argv: readonly string[], cwd: string): Promise<Ran> =>
  aims(['status', '--format', 'html', '--at', DAY, ...argv], { cwd, env: ENVIRONMENT });

describe('status --format html', function () {
  this.timeout(30_000);

  it('links to files from the working directory, with the line', async () => {
    const folder = folderWith({ 'a b:#/aims.yaml': CHECKED });
    const above = await html(['.', '--no-trend'], folder);
    assert.match(above.out, /href="\.\/a%20b%3A%23\/aims\.yaml#L7"/);
    const inside = await html(['.', '--no-trend'], join(folder, 'a b:#'));
    assert.match(inside.out, /href="\.\/aims\.yaml#L7"/);
  });

  it('is the same every time', async () => {
    const folder = folderWith({ 'aims.yaml': CHECKED });
    assert.equal((await html(['.'], folder)).out, (await html(['.'], folder)).out);
  });

  it('says so where nothing is described', async () => {
    const { out, code } = await html(['.'], folderWith({ 'readme.md': 'Nothing.' }));
    assert.equal(code, 0);
    assert.match(out, /No organization and no AI system is described here yet/);
  });

  it('says so where git cannot tell of the past', async () => {
    const { out } = await html(['.'], folderWith({ 'aims.yaml': CARD }));
    assert.match(out, /git cannot say how the files were/);
  });

  describe('in a repository', () => {
    let repository: Repository;
    beforeEach(() => {
      repository = new Repository();
      repository.commit('2026-07-10T12:00:00Z', { 'scoring/aims.yaml': CARD });
      repository.commit('2026-09-30T23:00:00Z', { 'scoring/aims.yaml': CHECKED });
    });
    afterEach(() => repository.remove());

    /** Months with a row in the table of the past, and how many were left out with a reason in each. */
    const rows = (text: string): readonly (readonly [day: string, last: string])[] => {
      const [, table = ''] = /<table class="trend">([\s\S]*?)<\/table>/.exec(text) ?? [];
      return [...table.matchAll(/<th scope="row">\s*([\d-]+)[\s\S]*?<\/th>([\s\S]*?)<\/tr>/g)].map(
        ([, day = '', cells = '']) => [day, /(\d+)<\/td>\s*$/.exec(cells)?.[1] ?? ''],
      );
    };

    it('counts the verdicts at the end of each month by the commits of then', async () => {
      const { out, err } = await html(['.'], repository.path);
      assert.deepEqual(err, []);
      // Before July there was none; the control was left out on the last day of September.
      assert.deepEqual(rows(out), [
        ['2026-07-31', '0'],
        ['2026-08-31', '0'],
        ['2026-09-30', '1'],
        ['2026-10-31', '1'],
        ['2026-11-01', '1'],
      ]);
    });

    it('reads no history where it is told not to', async () => {
      const { out } = await html(['.', '--no-trend'], repository.path);
      assert.doesNotMatch(out, /id="trend"/);
    });

    it('judges a commit with the past it had', async () => {
      const { out } = await html(['.', '--rev', 'HEAD~1'], repository.path);
      assert.deepEqual(
        rows(out)
          .map(([, last]) => last)
          .includes('1'),
        false,
      );
    });
  });
});
