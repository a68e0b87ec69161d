import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aims, folderWith } from './support';

const CARD = 'aims: 1\nkind: system\nid: churn\nname: Churn\nowner: Ada Palmer\nrole: [developer]\n';
const REPOSITORY = {
  '.git/HEAD': '',
  'pyproject.toml': '[project]\nname = "acme"\n',
  'services/churn/aims.yaml': CARD,
};

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

describe('aims init --organization', () => {
  it('goes to the root of the repository, from wherever it is asked, and the cards belong to it', async () => {
    const cwd = join(folderWith(REPOSITORY), 'services');
    const { code, out, err } = await aims(['init', '--organization'], { cwd });
    assert.deepEqual([code, err], [0, []]);
    assert.match(
      out,
      /^Wrote \.\.\/aims\.yaml, drafted from 1 card; owners named by their id in churn\/aims\.yaml\.\n[\s\S]*TODO[\s\S]*\n {2}aims check \.\.\n$/,
    );
    assert.match(read(cwd, '../aims.yaml'), /^id: acme # from pyproject\.toml:2$/m);
    assert.match(read(cwd, '../aims.yaml'), /name: Ada Palmer # owner in services\/churn\/aims\.yaml$/m);
    assert.match(read(cwd, 'churn/aims.yaml'), /^owner: ada-palmer$/m);
    const status = await aims(['status', '..'], { cwd });
    assert.match(status.out, /acme/);
  });

  it('goes into a folder that is named; --dry-run prints the same and writes nothing', async () => {
    const cwd = folderWith(REPOSITORY);
    const dry = await aims(['init', '--organization', 'services', '--dry-run'], { cwd });
    assert.deepEqual(
      [dry.code, dry.err],
      [
        0,
        [
          'services/aims.yaml would be written, drafted from 1 card; owners named by their id in services/churn/aims.yaml',
        ],
      ],
    );
    assert.ok(!existsSync(join(cwd, 'services/aims.yaml')));
    assert.equal(read(cwd, 'services/churn/aims.yaml'), CARD);
    await aims(['init', '--organization', 'services'], { cwd });
    assert.equal(read(cwd, 'services/aims.yaml'), dry.out);
    assert.match(dry.out, /^id: services # from the name of the folder$/m);
  });

  it('in one line, with exit code 2, where there is one already or above, and for a file', async () => {
    const organization = { ...REPOSITORY, 'aims.yaml': 'aims: 1\nkind: organization\nid: acme\n' };
    for (const [files, argv, line] of [
      [organization, [], /^aims: aims\.yaml is the organization here already; nothing was written$/],
      [organization, ['services'], /^aims: aims\.yaml is the organization here already/],
      [REPOSITORY, ['services/churn/aims.yaml'], /is a file; name the folder/],
      [
        { 'aims.yaml': CARD, 'organization.aims.yaml': CARD.replace('churn', 'x') },
        [],
        /are there already in \.; nothing/,
      ],
    ] as const) {
      const cwd = folderWith(files);
      const { code, out, err } = await aims(['init', '--organization', ...argv], { cwd });
      assert.deepEqual([code, out, err.length], [2, '', 1], String(line));
      assert.match(err[0] ?? '', line);
    }
  });
});
