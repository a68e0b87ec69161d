/** The command that is named where an approval is missing or suspect: people copy it. */
import { execFileSync } from 'node:child_process';
import assert from 'node:assert/strict';
import { attestCommand } from '../../../server/src/lock/command';

const ROOT = 'file:///workspace';
const command = (path: string, part: string, by = 'dana'): string =>
  attestCommand([ROOT], { uri: `${ROOT}/${path}`, part }, by);

describe('the command that records an approval', () => {
  it('names the file from the workspace folder, where another may have the same name', () => {
    assert.equal(
      command('credit/aims.yaml', 'credit:controls/A.6.2.4'),
      'aims attest credit/aims.yaml --by dana --only controls/A.6.2.4',
    );
  });

  it('puts names of several words in quotes that every shell knows', () => {
    assert.equal(
      command('aims.yaml', 'o:policy', 'Dana Reyes'),
      'aims attest aims.yaml --by "Dana Reyes" --only policy',
    );
  });

  it('gives a shell nothing to run, whatever files and people are called', function () {
    if (process.platform === 'win32') this.skip();
    for (const name of ['$(id)', '`id`', 'a"b', "it's", "'; id; '", 'a\\', '!!', '%PATH%', 'a$HOME']) {
      const typed = command('aims.yaml', `o:controls/A.1/evidence/${name}`, `Eve ${name}`);
      const words = execFileSync('sh', ['-c', `printf '%s\\n' ${typed}`], { encoding: 'utf8' }).split('\n');
      assert.deepEqual(words.slice(0, -1), [
        ...['aims', 'attest', 'aims.yaml', '--by', `Eve ${name}`, '--only', `controls/A.1/evidence/${name}`],
      ]);
    }
  });
});
