import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { annexIIIPoints, frameworks, itemsByFramework } from '../../../server/src/catalogue/frameworks';
import {
  describeFramework,
  describeItem,
  describePoint,
} from '../../../server/src/features/frameworks/describe';
import { PLAIN } from '../../../server/src/features/markup';
import { summarizeSystems } from '../../../server/src/features/systems';
import { speak } from '../../../server/src/l10n/tr';
import { titleOf } from '../../../server/src/verdict/requirement';
import { DAY, openWorkspace } from '../../support/workspace';

const GERMAN = JSON.parse(readFileSync('l10n/server.de.json', 'utf8')) as Readonly<Record<string, string>>;

/** Words that stand in any English sentence and in no German one. */
const ENGLISH = /\b(?:the|of|and|with|for|is|are|what|which|how|on|by|direct|supporting|low|medium)\b/;

/** Titles stay as published: in the first line, and behind the ids of requirements and above subcategories. */
const withoutTitles = (text: string): string =>
  text
    .replace(/^.*\n/, '')
    .replace(/^- (\S+) [^(\n]*/gm, (line, id: string) => (titleOf(id) === '' ? line : `- ${id} `))
    .replace(/^Unter .*$/gm, '');

describe('what is known of frameworks and systems, in German', () => {
  before(() => speak(GERMAN));
  after(() => speak(undefined));

  for (const framework of frameworks().values())
    it(`is German: ${framework.id}`, () => {
      assert.doesNotMatch(withoutTitles(describeFramework(PLAIN, framework)), ENGLISH);
      for (const item of itemsByFramework().get(framework.id) ?? [])
        assert.doesNotMatch(withoutTitles(describeItem(PLAIN, item)), ENGLISH, item.id);
    });

  it('is German: uses listed in Annex III', () => {
    for (const point of annexIIIPoints()) assert.doesNotMatch(describePoint(PLAIN, point), ENGLISH, point.id);
  });

  it('is German: the stage of a system in the list of systems', async () => {
    const { snapshot } = await openWorkspace({
      'aims.yaml': 'aims: 1\nkind: system\nid: chat\nlifecycle: {stage: operation-monitoring}\n',
    });
    const [system] = summarizeSystems(snapshot, () => DAY);
    assert.deepEqual(system?.stage, { id: 'operation-monitoring', title: 'Betrieb und Überwachung' });
  });
});
