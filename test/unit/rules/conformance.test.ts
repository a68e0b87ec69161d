import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../../server/src/rules/registry.generated';
import { readFixture } from '../../support/fixture';

const FIXTURES = new URL('../../fixtures/rules/', import.meta.url);
const DOCS = new URL('../../../docs/rules/', import.meta.url);

/** Most severe first; how severe a rule of each basis may be. */
const ALLOWED = {
  format: ['error', 'warning', 'info', 'hint'],
  standard: ['error', 'warning', 'info', 'hint'],
  reading: ['info', 'hint', 'warning'],
  practice: ['info', 'hint'],
} as const;

describe('every rule', () => {
  for (const rule of rules)
    describe(rule.id, () => {
      const path = new URL(`${rule.id}.md`, FIXTURES);
      const cases = (): ReturnType<typeof readFixture>['cases'] =>
        readFixture(readFileSync(path, 'utf8')).cases;

      it('has a fixture named after it', () => {
        assert.ok(existsSync(path), `test/fixtures/rules/${rule.id}.md`);
        assert.equal(readFixture(readFileSync(path, 'utf8')).rule, rule.id);
      });
      it('is shown to fire and to stay silent', () => {
        assert.ok(cases().some((each) => each.fires && each.expected.length > 0));
        assert.ok(cases().some((each) => !each.fires));
        for (const each of cases())
          assert.equal(each.expected.length > 0, each.fires, `“${each.name}” and its marks agree`);
      });
      it('shows what its fix does', () => {
        const shown = cases().some((each) => each.fixes.length > 0);
        assert.equal(shown, rule.fixes !== undefined);
      });
      it('has a docs page', () => assert.ok(existsSync(new URL(`${rule.id}.md`, DOCS))));
      it('is no more severe than its basis allows', () =>
        assert.ok((ALLOWED[rule.basis] as readonly string[]).includes(rule.severity)));
    });

  it('owns every fixture', () => {
    const known = new Set(rules.map((rule) => `${rule.id}.md`));
    assert.deepEqual(
      readdirSync(FIXTURES).filter((name) => !known.has(name)),
      [],
    );
  });
});
