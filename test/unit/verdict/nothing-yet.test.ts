/** What is said where a requirement has nothing to show: what to write, never that what is there is not. */
import assert from 'node:assert/strict';
import { openWorkspace } from '../../support/workspace';

describe('what to do where nothing is there yet', () => {
  const said = async (people: string): Promise<string | undefined> => {
    const { result } = await openWorkspace({ 'aims.yaml': `aims: 1\nkind: organization\nid: o\n${people}` });
    return result('o', '5.3').reasons[0]?.message;
  };

  it('names the key that is not there', async () => {
    assert.equal(await said(''), 'Nothing yet. Fill in `people`.');
  });

  it('names what no entry has, where there are entries', async () => {
    assert.equal(
      await said('people: [{id: dana, name: Dana Reyes, roles: [top-management]}]\n'),
      'Nothing yet. None of `people` has `aims-responsible` under `roles`: add it to one, or add one.',
    );
  });
});
