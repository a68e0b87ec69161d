/** Two branches that both approve something, merged by git as docs/approvals.md advises. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLock } from '../../../../server/src/lock/format';
import { aims } from '../support';
import { at, attest, change, lockOf, organizationFolder, recordsOf, suspects } from './workspace';

interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => void;
  readonly commit: () => void;
}

function repository(attributes: string): Repository {
  const folder = organizationFolder({ '.gitattributes': attributes });
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]): void => {
    const names = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...names, ...args], { cwd: folder, env, stdio: 'pipe' });
  };
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
  };
  git('init', '-q', '-b', 'main');
  commit();
  return { folder, git, commit };
}

/** Both branches approve the policy, and each something of its own. */
async function approveOnBoth({ folder, git, commit }: Repository): Promise<void> {
  const both = (by: string, time: string) => attest(folder, ['.', '--by', by, '--only', 'policy'], at(time));
  git('checkout', '-q', '-b', 'other');
  await both('chen', '2026-11-01T08:00:00Z');
  await attest(folder, ['.', '--by', 'dana', '--only', 'treatmentPlan'], at('2026-11-01T08:00:00Z'));
  commit();
  git('checkout', '-q', 'main');
  await both('dana', '2026-11-01T09:00:00Z');
  await attest(folder, ['credit', '--by', 'bo'], at('2026-11-01T09:00:00Z'));
  commit();
}

describe('aims.lock in a merge', () => {
  for (const isThere of [false, true])
    it(`with merge=union no line is lost ${isThere ? 'from a record that was there' : 'though both began it'}`, async () => {
      const repo = repository('aims.lock merge=union\n');
      const { folder, git, commit } = repo;
      if (isThere) {
        await attest(folder, ['.', '--by', 'amara'], at('2026-10-01T08:00:00Z'));
        commit();
      }
      await approveOnBoth(repo);
      const mine = recordsOf(folder);
      git('checkout', '-q', 'other');
      const theirs = recordsOf(folder);
      git('merge', '-q', '-m', 'merge', 'main');
      const merged = parseLock(lockOf(folder) ?? '');
      assert.deepEqual(merged.problems, []);
      assert.deepEqual(new Set(recordsOf(folder)), new Set([...mine, ...theirs]));
      assert.deepEqual(await suspects(folder), []);
      // The next record puts the lines in order again, each once.
      await attest(folder, ['.', '--by', 'chen', '--only', 'soa'], at('2026-11-02T08:00:00Z'));
      assert.equal(recordsOf(folder).length, new Set([...mine, ...theirs]).size + 1);
      assert.deepEqual([...recordsOf(folder)].sort(), recordsOf(folder));
      assert.equal(lockOf(folder)?.match(/^aims\.lock 1$/gm)?.length, 1);
    });

  it('what one branch changed and the other approved is suspect after the merge', async () => {
    const { folder, git, commit } = repository('aims.lock merge=union\n');
    git('checkout', '-q', '-b', 'other');
    change(folder, 'docs/policy.md', '# Policy', '# Another policy');
    commit();
    git('checkout', '-q', 'main');
    await attest(folder, ['.', '--by', 'dana', '--only', 'policy']);
    commit();
    assert.deepEqual(await suspects(folder), []);
    git('merge', '-q', '-m', 'merge', 'other');
    assert.match((await suspects(folder)).join(), /docs\/policy\.md/);
  });

  it('without it, a conflict is one finding, and keeping the lines of both sides mends it', async () => {
    const repo = repository('');
    await approveOnBoth(repo);
    const { folder, git } = repo;
    assert.throws(() => git('merge', '-q', '-m', 'merge', 'other'));
    const { out } = await aims(['check', 'aims.lock', '--at', '2026-11-02', '--format', 'json'], {
      cwd: folder,
    });
    const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['lock-damaged'],
    );
    const kept = (lockOf(folder) ?? '').split('\n').filter((line) => !/^(?:<{7}|={7}|>{7})/.test(line));
    writeFileSync(join(folder, 'aims.lock'), kept.join('\n'));
    assert.deepEqual(parseLock(lockOf(folder) ?? '').problems, []);
    assert.deepEqual(await suspects(folder), []);
  });
});
