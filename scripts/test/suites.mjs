/** The suites of `npm test`, in the order in which a failure is cheapest to find. */
export const SUITES = [
  { name: 'check', script: 'check' },
  { name: 'unit', script: 'test:unit' },
  { name: 'package', script: 'package', isBuild: true },
  { name: 'protocol', script: 'test:protocol' },
  { name: 'editors', script: 'test:editors' },
  { name: 'host', script: 'test:host' },
  { name: 'browser', script: 'test:browser' },
];

const OWN_LINE = /^\w+: (\d+) passed, (\d+) failed$/;
const MOCHA_PASSING = /^\s*(\d+) passing\b/;
const MOCHA_FAILING = /^\s*(\d+) failing\b/;

// eslint-disable-next-line no-control-regex
const COLORS = /\u001b\[[0-9;]*m/g;

/**
 * Reads what a suite says of itself in its last lines: `name: N passed, N failed`, or mocha's `N passing` and `N failing`.
 *
 * @param {string} output all it printed
 * @returns {{ passed: number, failed: number } | undefined} undefined where it says nothing: then it did not run
 */
export function countsIn(output) {
  let counts;
  for (const line of output.replace(COLORS, '').split(/\r?\n/)) {
    const own = OWN_LINE.exec(line);
    const passing = MOCHA_PASSING.exec(line);
    const failing = MOCHA_FAILING.exec(line);
    if (own) counts = { passed: Number(own[1]), failed: Number(own[2]) };
    else if (passing) counts = { passed: Number(passing[1]), failed: 0 };
    else if (failing && counts) counts = { ...counts, failed: Number(failing[1]) };
  }
  return counts;
}

/**
 * What a suite adds to the sum. A suite that ended badly, or said nothing, or ran nothing, is at least one failure.
 *
 * @param {{ code: number | null, output: string, isBuild?: boolean }} result
 */
export function tally({ code, output, isBuild = false }) {
  if (isBuild) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const counts = countsIn(output);
  if (!counts || counts.passed + counts.failed === 0) return { passed: 0, failed: 1 };
  return { passed: counts.passed, failed: code === 0 ? counts.failed : Math.max(counts.failed, 1) };
}
