import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, readSettings } from '../../../server/src/settings/settings';

describe('settings as a client sends them', () => {
  it('are read', () =>
    assert.deepEqual(
      readSettings({ at: '2026-11-01', rules: { 'unknown-key': 'off' }, code: { enable: false } }),
      {
        at: '2026-11-01',
        severities: { 'unknown-key': 'off' },
        codeFindings: false,
        testResults: [],
        comingDueDays: 30,
        inlayHints: 'off',
        codeLens: true,
      },
    ));

  it('show hints of the kinds there are, else none', () =>
    assert.deepEqual(
      ['titles', 'ages', 'all', 'off', 'loud', true].map(
        (inlayHints) => readSettings({ inlayHints }).inlayHints,
      ),
      ['titles', 'ages', 'all', 'off', 'off', 'off'],
    ));

  for (const raw of [undefined, null, 7, 'x', [], { rules: [] }, { rules: { a: 'loud' }, code: null }])
    it(`count as not set where they make no sense: ${JSON.stringify(raw)}`, () =>
      assert.deepEqual(readSettings(raw), DEFAULT_SETTINGS));

  for (const comingDueDays of [0, 7, 366])
    it(`look ahead as far as they say: ${comingDueDays} days`, () =>
      assert.equal(readSettings({ comingDueDays }).comingDueDays, comingDueDays));
  for (const comingDueDays of [-1, 1.5, 367, Number.NaN, '7', null])
    it(`look no strange number of days ahead: ${String(comingDueDays)}`, () =>
      assert.equal(readSettings({ comingDueDays }).comingDueDays, 30));

  for (const at of ['', 'tomorrow', '2026-02-30', '2026-13-01', 20261101])
    it(`take no day the calendar does not have: ${JSON.stringify(at)}`, () =>
      assert.equal(readSettings({ at }).at, undefined));
});
