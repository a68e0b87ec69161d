/**
 * What the commands print on small workspaces, whole. After a change that is meant: run with UPDATE_GOLDEN=1 and read
 * the difference.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aims, DAY, fixture, goldenPath } from './support';

interface Case {
  readonly golden: string;
  readonly fixture: string;
  readonly argv: readonly string[];
  readonly code: number;
}

const CASES: readonly Case[] = [
  { golden: 'lone-card.check.txt', fixture: 'lone-card', argv: ['check', '.'], code: 1 },
  { golden: 'lone-card.check.json', fixture: 'lone-card', argv: ['check', '.', '--format', 'json'], code: 1 },
  { golden: 'lone-card.status.txt', fixture: 'lone-card', argv: ['status', '.'], code: 0 },
  { golden: 'organization.check.txt', fixture: 'organization', argv: ['check', '.'], code: 1 },
  {
    golden: 'organization.check.json',
    fixture: 'organization',
    argv: ['check', '.', '--format', 'json'],
    code: 1,
  },
  {
    golden: 'organization.credit.check.json',
    fixture: 'organization',
    argv: ['check', 'systems/credit', '--format', 'json'],
    code: 1,
  },
  {
    golden: 'organization.credit.status.json',
    fixture: 'organization',
    argv: ['status', 'systems/credit', '--format', 'json'],
    code: 0,
  },
  {
    golden: 'organization.credit.status.html',
    fixture: 'organization',
    argv: ['status', 'systems/credit', '--format', 'html', '--no-trend'],
    code: 0,
  },
];

describe('golden output', () => {
  for (const { golden, fixture: name, argv, code } of CASES)
    it(`${name}: aims ${argv.join(' ')}`, async () => {
      const ran = await aims([...argv, '--at', DAY], { cwd: fixture(name) });
      assert.deepEqual(ran.err, []);
      assert.equal(ran.code, code);
      if (process.env.UPDATE_GOLDEN) writeFileSync(goldenPath(golden), ran.out);
      assert.equal(ran.out, readFileSync(goldenPath(golden), 'utf8'));
    });

  it('names files from the path it was asked about, wherever it is asked from', async () => {
    const folder = fixture('organization');
    const from = await aims(['check', 'systems/credit', '--format', 'json', '--at', DAY], { cwd: folder });
    const inside = await aims(['check', '.', '--format', 'json', '--at', DAY], {
      cwd: join(folder, 'systems/credit'),
    });
    assert.equal(inside.out, from.out);
  });
});
