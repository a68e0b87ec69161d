import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Set by run.mjs; alone in its line with VS Code's own log, a report line can be told by it. */
const mark = process.env.AIMS_REPORT_MARK ?? '';

const report = (...args: unknown[]): void => {
  for (const line of format(...args).split('\n')) console.log(mark + line);
};

/**
 * What VS Code calls in its extension host (`--extensionTestsPath`): runs every bundle beside this one through mocha.
 * Reports through the console, the only way out of the extension host, with a mark that tells its lines from VS Code's.
 *
 * @throws {Error} if a test failed, or if there was none to run
 */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = report;
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: 'spec', color: false });
  if (process.env.AIMS_TEST_GREP) mocha.fgrep(process.env.AIMS_TEST_GREP);
  const bundles = readdirSync(__dirname).filter((name) => name.endsWith('.host.js'));
  for (const name of bundles.sort()) mocha.addFile(join(__dirname, name));
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    let passes = 0;
    mocha.run((failures) => resolve({ passed: passes, failed: failures })).on('pass', () => (passes += 1));
  });
  report(`host: ${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) throw new Error(passed === 0 ? 'no test ran' : `${failed} tests failed`);
}
