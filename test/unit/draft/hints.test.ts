/** Whoever sees such a file for the first time: each place that is held open says what to write there. */
import assert from 'node:assert/strict';
import { draftIn, draftOrganization } from '../../../server/src/draft';
import { assessmentText } from '../../../server/src/fixes/assessment';
import { newAssessment } from '../../../server/src/fixes/new-assessment';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';

const ROOT = 'file:///workspace';

/** Code that leaves open what can be: which model is called, what data is for and where it is from. */
const CODE = `import pandas as pd
from openai import OpenAI
from sklearn.svm import SVC

train, test = pd.read_csv('data/train.csv'), pd.read_csv('data/test.csv')
SVC().fit(train, labels)
OpenAI().chat.completions.create(model=choose(), messages=[])
`;
const CARD = `aims: 1
kind: system
id: churn
name: Churn
version: TODO
owner: chen
purpose: TODO # what the system is for, in a sentence
profile: tabular
use:
  intended:
    - TODO # what it is meant for
`;

async function opened(files: Readonly<Record<string, string>>) {
  const host = new MemoryHost(files);
  const service = createLanguageService({
    host,
    clock: { today: () => '2026-11-01' },
    log: { warn: () => undefined },
  });
  return { host, snapshot: await service.snapshot() };
}

/** Places that are held open, each with the comment that says what belongs there. */
function hintsIn(text: string): readonly (string | undefined)[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) =>
    /^[^#]*\bTODO\b/.test(line)
      ? [/ # (.+)$/.exec(line)?.[1] ?? /^ *# (.+)$/.exec(lines[at - 1] ?? '')?.[1]]
      : [],
  );
}

const DRAFTS: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'a card': async () => {
    const { host, snapshot } = await opened({ 'src/train.py': CODE });
    return (await draftIn(host, snapshot, ROOT))?.text;
  },
  'a card of which only the name is known': async () => {
    const { host, snapshot } = await opened({ 'notes.txt': '' });
    return (await draftIn(host, snapshot, ROOT, { id: 'a', name: 'A' }))?.text;
  },
  'an organization': async () => {
    const { host, snapshot } = await opened({ 'churn/aims.yaml': CARD });
    return (await draftOrganization(host, snapshot, ROOT))?.text;
  },
  'an assessment of a card that is not filled in': async () => {
    const { snapshot } = await opened({ 'aims.yaml': CARD });
    const [system] = snapshot.systems;
    assert.ok(system);
    const changes = await newAssessment(snapshot, system, undefined, () => Promise.resolve(true));
    return changes?.flatMap((change) => (change.kind === 'create' ? [change.text] : []))[0];
  },
  'an assessment whose questions were left open': () =>
    Promise.resolve(
      assessmentText(
        { id: 'churn', intended: [] },
        { assessor: 'TODO', reviewer: 'TBD', parties: [{ name: 'TODO', kind: 'indirect' }] },
      ),
    ),
};

describe('a draft', () => {
  for (const [what, draft] of Object.entries(DRAFTS))
    it(`${what}: says of each TODO what to write, and has no long line`, async () => {
      const text = (await draft()) ?? '';
      const hints = hintsIn(text);
      assert.ok(hints.length > 2, text);
      for (const hint of hints) assert.match(hint ?? '', /\w+ \w+/, text);
      assert.deepEqual(
        text.split('\n').filter((line) => line.length > 90),
        [],
      );
    });

  it('an assessment: what the card holds open is open there too, and not a version', async () => {
    const text = (await DRAFTS['an assessment of a card that is not filled in']?.()) ?? '';
    assert.match(text, /^ {2}intended:\n {4}- TODO # what it is meant for$/m);
    assert.match(text, /^ {2}covers: TODO # what is assessed/m);
    assert.doesNotMatch(text, /systemVersion/);
  });
});

describe('a card of a system whose code is not here', () => {
  const ABOVE = { 'requirements.txt': 'joblib==1.4.2\nscikit-learn==1.5.2\n', 'train.py': CODE };

  it('takes nothing of another system: no tool that is named above, no model nobody named', async () => {
    const { host, snapshot } = await opened(ABOVE);
    const answers = { id: 'hr-bot', name: 'HR bot', roles: ['customer'] };
    const { text = '' } = (await draftIn(host, snapshot, `${ROOT}/hr-bot`, answers)) ?? {};
    assert.match(text, /^id: hr-bot$/m);
    assert.doesNotMatch(text, /requirements\.txt|scikit-learn|joblib|resources:/);
    assert.match(text, /^models:\n {2}- id: TODO # .+\n {4}task: TODO # .+$/m);
  });

  it('takes of what is named above only what its own code uses', async () => {
    const { host, snapshot } = await opened({
      ...ABOVE,
      'requirements.txt': 'openai==1.50.0\nscikit-learn==1.5.2\n',
      'bot/ask.py': CODE.replace(/^from sklearn.*\n|^SVC.*\n/gm, ''),
    });
    const { text = '' } = (await draftIn(host, snapshot, `${ROOT}/bot`)) ?? {};
    assert.match(text, /- openai 1\.50\.0 # from \.\.\/requirements\.txt:1$/m);
    assert.doesNotMatch(text, /scikit-learn/);
  });
});
