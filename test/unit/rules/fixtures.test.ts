import { readdirSync, readFileSync } from 'node:fs';
import { readFixture } from '../../support/fixture';
import { runCase } from '../../support/run-fixture';

const FIXTURES = new URL('../../fixtures/rules/', import.meta.url);

/** `RULE=some-rule` runs one document. */
const only = process.env.RULE;

for (const name of readdirSync(FIXTURES).sort()) {
  if (!name.endsWith('.md') || (only !== undefined && name !== `${only}.md`)) continue;
  const fixture = readFixture(readFileSync(new URL(name, FIXTURES), 'utf8'));
  describe(`rule ${fixture.rule}`, () => {
    for (const test of fixture.cases) it(test.name, () => runCase(fixture.rule, test));
  });
}
