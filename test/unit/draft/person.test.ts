/** The owner of a card that is drafted below an organization: somebody it knows is named by the id there. */
import assert from 'node:assert/strict';
import { draftCard } from '../../../server/src/draft/card';
import type { DraftInput } from '../../../server/src/draft/types';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';

const DANA = '{ id: dana, name: Dana Reyes, email: dana@acme.example }';

/** The line of the owner in a card below an organization with these people. */
async function ownerWith(people: readonly string[], given: Partial<DraftInput>): Promise<string> {
  const text = `aims: 1\nkind: organization\nid: acme\npeople:\n${people.map((each) => `  - ${each}\n`).join('')}`;
  const service = createLanguageService({
    host: new MemoryHost({ 'aims.yaml': text }),
    clock: { today: () => '2026-11-01' },
    log: { warn: () => undefined },
  });
  const [organization] = (await service.snapshot()).organizations;
  assert.ok(organization);
  const card = draftCard({
    id: 'churn',
    folder: 'churn',
    files: [{ path: 'requirements.txt', text: 'torch==2.4.0\n' }],
    code: [],
    organization: { path: '../aims.yaml', id: 'acme', body: organization.body },
    ...given,
  });
  return /^owner: .*$/m.exec(card ?? '')?.[0] ?? '';
}

const answered = (owner: string): Partial<DraftInput> => ({ answers: { id: 'churn', name: 'Churn', owner } });

describe('the owner of a drafted card', () => {
  it('who is told by name or address is named by the id the organization has', async () => {
    for (const said of ['Dana Reyes', 'dana@acme.example', 'DANA@acme.example'])
      assert.equal(await ownerWith([DANA], answered(said)), `owner: dana # ${said} in ../aims.yaml`);
    assert.equal(await ownerWith([DANA], answered('dana')), 'owner: dana');
  });

  it('stays as told where the organization does not know, or knows two', async () => {
    assert.equal(await ownerWith([DANA], answered('Bo Lind')), 'owner: Bo Lind');
    assert.equal(await ownerWith(['{ name: Dana Reyes }'], answered('Dana Reyes')), 'owner: Dana Reyes');
    assert.equal(
      await ownerWith([DANA, '{ id: dana-2, name: Dana Reyes }'], answered('Dana Reyes')),
      'owner: Dana Reyes',
    );
  });

  it('is nobody by git alone; who git is set up for is proposed by the id, in a comment', async () => {
    const proposed = (repository: DraftInput['repository'], people = [DANA]): Promise<string> =>
      ownerWith(people, { repository });
    const hint = (who: string): string =>
      `owner: TODO # a person who answers for the system; perhaps ${who}, as git is set up`;
    assert.equal(await proposed({ userName: 'Dana Reyes' }), hint('dana'));
    assert.equal(await proposed({ userName: 'D. R.', userEmail: 'dana@acme.example' }), hint('dana'));
    assert.equal(
      await proposed({ userName: 'Bo Lind', userEmail: 'bo@acme.example' }),
      hint('Bo Lind'),
      'no address is written',
    );
    const two = [DANA, '{ id: bo, name: Bo Lind }'];
    assert.equal(
      await proposed({ userName: 'Bo Lind', userEmail: 'dana@acme.example' }, two),
      hint('Bo Lind'),
      'the name and the address are of two people',
    );
  });
});
