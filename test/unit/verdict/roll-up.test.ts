/** What an organization says of requirements its systems answer: where the work is. */
import assert from 'node:assert/strict';
import { evaluateSubject } from '../../../server/src/verdict/evaluate';
import { DAY, openWorkspace } from '../../support/workspace';

const ORGANIZATION = 'aims: 1\nkind: organization\nid: harbour\n';
const card = (id: string, rest = ''): string =>
  `aims: 1\nkind: system\nid: ${id}\nrole: [developer]\nlifecycle: {stage: deployment}\n${rest}`;
const RISK = 'risks: [{id: R1, what: Wrong answers, assessed: 2026-08-01, owner: bo}]\n';

async function standing(requirement: string, cards: Readonly<Record<string, string>>) {
  const { snapshot } = await openWorkspace({ 'aims.yaml': ORGANIZATION, ...cards });
  const [organization] = snapshot.organizations;
  assert.ok(organization);
  const result = evaluateSubject(snapshot, organization, DAY).results.find(
    (each) => each.requirement.id === requirement,
  );
  return { verdict: result?.verdict, said: result?.reasons[0]?.message };
}

describe('a requirement that systems answer', () => {
  it('names the systems that do not, where others do', async () => {
    const answered = { 'churn/aims.yaml': card('churn', RISK) };
    const both = await standing('8.2', { ...answered, 'bot/aims.yaml': card('hr-bot') });
    assert.deepEqual(both, { verdict: 'missing', said: 'Still open in these of its systems: hr-bot.' });
    const none = await standing('8.2', { 'bot/aims.yaml': card('hr-bot') });
    assert.match(none.said ?? '', /^Nothing yet\./, 'nobody has begun: the organization may as well');
  });

  it('says that the work is in the cards where what they answer is missing', async () => {
    assert.deepEqual(await standing('8.3', { 'churn/aims.yaml': card('churn', RISK) }), {
      verdict: 'missing',
      said: 'Its systems answer this: what is missing is to be done in their cards.',
    });
  });
});
