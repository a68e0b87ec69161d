import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { speak } from '../../../server/src/l10n/tr';
import type { Finding } from '../../../server/src/rules/rule';
import { readFixture, type FixtureCase } from '../../support/fixture';
import { check } from '../../support/run-fixture';

const FIXTURES = new URL('../../fixtures/rules/', import.meta.url);
const GERMAN = JSON.parse(readFileSync('l10n/server.de.json', 'utf8')) as Readonly<Record<string, string>>;

/** All of a finding and its fixes but the words. */
async function found({ files, at, history }: FixtureCase): Promise<readonly string[]> {
  const { findings, service, snapshot } = await check(files, at, history);
  return findings
    .map((finding: Finding) => {
      const { rule, severity, uri, range, cell, requirement, due, related } = finding;
      const places = related.map((place) => [place.uri, place.range]);
      const changes = service.fixes(snapshot, finding).map((fix) => fix.changes);
      return JSON.stringify([uri, range, cell, rule, severity, requirement, due, places, changes]);
    })
    .sort();
}

describe('what is found in German', () => {
  afterEach(() => speak(undefined));

  it('is what is found in English, with the same fixes, for each rule', async () => {
    for (const name of readdirSync(FIXTURES).filter((file) => file.endsWith('.md'))) {
      const { cases } = readFixture(readFileSync(new URL(name, FIXTURES), 'utf8'));
      for (const each of cases) {
        speak(undefined);
        const english = await found(each);
        speak(GERMAN);
        assert.deepEqual(await found(each), english, `${name}: ${each.name}`);
      }
    }
  });
});
