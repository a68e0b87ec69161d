import assert from 'node:assert/strict';
import { distance } from '../../../../server/src/features/symbols/matching';
import { searchSymbols } from '../../../support/search-symbols';
import { openWorkspace } from '../../../support/workspace';

const FILES = {
  'aims.yaml': 'aims: 1\nkind: organization\nid: nw\nname: Northwind\npeople: [{id: bo, name: Bo Lind}]\n',
  's/aims.yaml': `aims: 1
kind: system
id: scoring
name: Credit scoring
impactAssessment: impact-assessment.yaml
models: [{id: scorer}]
datasets: [{id: applications}]
risks: [{id: R1, what: Proxy discrimination}]
controls:
  A.6.2.4: {status: planned}
`,
  's/impact-assessment.yaml': 'aims: 1\nkind: impact-assessment\nid: IA-1\nsystem: scoring\n',
};

/** "name in container at path:line" */
async function find(
  query: string,
  files: Readonly<Record<string, string>> = FILES,
): Promise<readonly string[]> {
  const { snapshot } = await openWorkspace(files);
  return searchSymbols(snapshot, query).map(
    ({ name, container, location }) =>
      `${name} in ${container} at ${location.uri.split('/').slice(4).join('/')}:${location.range.start.line}`,
  );
}

describe('workspace symbols', () => {
  for (const [query, found] of [
    ['Bo Li', 'bo Bo Lind in Northwind at aims.yaml:4'],
    ['r1', 'R1 Proxy discrimination in Credit scoring at s/aims.yaml:7'],
    ['scorer', 'scorer in Credit scoring at s/aims.yaml:5'],
    ['applic', 'applications in Credit scoring at s/aims.yaml:6'],
    ['A.6.2.4', 'A.6.2.4 AI system verification and validation in Credit scoring at s/aims.yaml:9'],
    ['verification', 'A.6.2.4 AI system verification and validation in Credit scoring at s/aims.yaml:9'],
    ['IA-1', 'IA-1 in Impact assessment at s/impact-assessment.yaml:2'],
    ['Northwind', 'nw Northwind in Organization at aims.yaml:2'],
  ] as const)
    it(`find ${query}`, async () => assert.deepEqual((await find(query)).slice(0, 1), [found]));

  it('tell an organization from a system of its name and id', async () => {
    const same = (kind: string): string => `aims: 1\nkind: ${kind}\nid: acme\nname: Acme\n`;
    const found = await find('acme', { 'aims.yaml': same('organization'), 's/aims.yaml': same('system') });
    assert.deepEqual([...found].sort(), [
      'acme Acme in AI system at s/aims.yaml:2',
      'acme Acme in Organization at aims.yaml:2',
    ]);
  });

  it('find letters in their order with anything between', async () =>
    assert.deepEqual(await find('prxdscr'), ['R1 Proxy discrimination in Credit scoring at s/aims.yaml:7']));

  it('find nothing where a letter is missing', async () => assert.deepEqual(await find('zzz'), []));

  it('are no more than anybody reads', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`s${i}/aims.yaml`, `aims: 1\nkind: system\nid: s${i}\n`]),
    );
    assert.equal((await find('s', many)).length, 200);
  });

  it('come with what begins with the query first', () => {
    const order = ['x scoring', 'myscoring', 'scoring', 'so cold o ring'];
    order.sort((a, b) => (distance('scor', a) ?? 9) - (distance('scor', b) ?? 9));
    assert.deepEqual(order, ['scoring', 'x scoring', 'myscoring', 'so cold o ring']);
  });
});
