import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  OPEN_VERDICTS,
  STATUS_REQUEST,
  SYSTEMS_REQUEST,
  TREE_CHANGED,
  TREE_PATH_REQUEST,
  TREE_REQUEST,
  type StatusResult,
  type SystemsResult,
  type TreeChanged,
  type TreeNode,
  type TreeParams,
  type TreePathResult,
  type TreeResult,
} from '../../server/src/protocol';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { CARD } from './card';

describe('the status tree', () => {
  let folder: Folder;
  let server: RunningServer;
  beforeEach(() => (folder = createFolder()));
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    folder.dispose();
  });

  const ask = (params: TreeParams = {}): Promise<TreeResult> =>
    server.connection.sendRequest(TREE_REQUEST, params);
  const find = async (labels: readonly string[], params: TreeParams = {}): Promise<TreeNode | undefined> => {
    const [label, ...below] = labels;
    const { nodes } = await ask(params);
    const node = nodes.find((entry) => entry.label.startsWith(label ?? ''));
    return node && below.length > 0 ? find(below, { ...params, node: node.id }) : node;
  };

  it('goes from a system over phases and controls to reasons, each with its place', async () => {
    folder.write('aims.yaml', CARD);
    server = await startServer({ folders: [folder.path] });
    const system = await find(['Credit scoring']);
    assert.equal(system?.kind, 'system');
    const phases = (await ask({ node: system.id })).nodes;
    assert.deepEqual(
      phases.map(({ label }) => label),
      ['Plan', 'Do', 'Check', 'Act'],
    );
    const inAll = phases.reduce((sum, { counts }) => sum + (counts?.missing ?? 0), 0);
    assert.equal(inAll, system.counts?.missing);
    const provenance = await find(['Credit scoring', 'Do', 'A.7.5']);
    assert.deepEqual([provenance?.verdict, provenance?.contextValue], ['missing', 'aims.control.missing']);
    const [reason] = (await ask({ node: provenance?.id ?? '' })).nodes;
    assert.match(String(reason?.label), /provenance/);
    assert.deepEqual(
      [reason?.location?.uri, reason?.location?.range.start.line],
      [folder.uri('aims.yaml'), 10],
    );
    assert.equal(reason?.hasChildren, false);
  });

  it('says that it changed while one types, and only open work where that is asked for', async () => {
    const uri = folder.write('aims.yaml', CARD);
    server = await startServer({ folders: [folder.path] });
    await server.open(uri, CARD);
    const before = await ask();
    const changed = server.next<TreeChanged>(TREE_CHANGED);
    await server.change(
      uri,
      CARD.replace('source: internal CRM', 'source: internal CRM, provenance: p.md'),
      2,
    );
    assert.ok((await changed).revision > before.revision);
    assert.match(String((await find(['Credit scoring', 'Do', 'A.7.5']))?.verdict), /missing|partial/);
    const open = await find(['Credit scoring', 'Do'], { filter: { verdicts: OPEN_VERDICTS } });
    assert.deepEqual(Object.keys(open?.counts ?? {}).sort(), ['missing', 'partial']);
  });

  it('shows the verdicts, the level and the systems that were chosen, and counts no other', async () => {
    server = await startServer({ folders: [resolve('examples/northwind')] });
    const labels = async (params: TreeParams): Promise<readonly string[]> =>
      (await ask(params)).nodes.map(({ label }) => label);
    assert.deepEqual(await labels({ filter: { level: 'organization' } }), ['Northwind Credit']);
    const systems = (await ask({ filter: { level: 'system' } })).nodes;
    assert.deepEqual(
      systems.map(({ kind }) => kind),
      ['system', 'system', 'system'],
    );
    const one = systems.find(({ label }) => label === 'Support assistant')!;
    const filter = { subjects: [one.id], verdicts: ['missing'] } as const;
    const [shown, ...others] = (await ask({ filter })).nodes;
    assert.deepEqual([shown?.id, Object.keys(shown?.counts ?? {}), others], [one.id, ['missing'], []]);
    assert.deepEqual(await labels({ filter: { verdicts: ['suspect'] } }), []);
  });

  it('finds the way to what the cursor is on, in a card, an assessment and a comment in code', async () => {
    server = await startServer({ folders: [resolve('examples/northwind')] });
    const way = async (path: string, word: string): Promise<readonly string[]> => {
      const file = resolve('examples/northwind', path);
      const lines = readFileSync(file, 'utf8').split('\n');
      const line = lines.findIndex((text) => text.includes(word));
      assert.ok(line >= 0, word);
      const { nodes } = await server.connection.sendRequest<TreePathResult>(TREE_PATH_REQUEST, {
        uri: pathToFileURL(file).href,
        position: { line, character: lines[line]!.indexOf(word) },
      });
      return nodes.map(({ label }) => label.split(' ')[0]!);
    };
    assert.deepEqual(await way('credit-scoring/aims.yaml', 'A.6.2.4:'), ['Credit', 'Check', 'A.6.2.4']);
    assert.deepEqual(await way('aims.yaml', 'internalAudits:'), ['Northwind', 'Check', '9.2.1']);
    assert.equal((await way('credit-scoring/impact-assessment.yaml', 'impacts:'))[0], 'Credit');
    assert.deepEqual(await way('credit-scoring/tests/test_score.py', 'A.6.2.6'), [
      'Credit',
      'Check',
      'A.6.2.6',
    ]);
  });

  it('shows by day what is overdue and what falls due', async () => {
    server = await startServer({ folders: [resolve('examples/northwind')], at: '2027-02-15' });
    const periods = (await ask({ groupBy: 'day' })).nodes;
    assert.deepEqual(
      periods.map(({ label }) => label),
      ['Overdue', 'Within 30 days', 'Within 90 days', 'Later'],
    );
    const [overdue, soon] = periods;
    const items = (await ask({ groupBy: 'day', node: soon!.id })).nodes;
    assert.ok(items.length > 0 && items.length <= Number(soon!.description));
    for (const { label, description } of items) {
      // In a narrow side bar: the day, the number, the name, and then as much as there is room for of what falls due.
      assert.match(label, /^2027-0[23]-\d\d(?: [\dA][\d.]*)?$/);
      assert.match(
        description,
        /^(?:Northwind Credit|Credit scoring|Support assistant|HR chatbot) · (?:\d+: )?\w+ \w+/,
      );
    }
    const late = (await ask({ groupBy: 'day', node: overdue!.id })).nodes;
    assert.ok(late.every(({ verdict, location }) => verdict === 'overdue' && location));
  });

  it('answers nothing for a node that is gone', async () => {
    server = await startServer({ folders: [folder.path] });
    for (const node of ['', '|', 'system!file:///x!0!y', 'a|b|c|d|e', '__proto__'])
      assert.deepEqual((await ask({ node })).nodes, []);
  });

  it('counts the example the same way everywhere', async () => {
    const example = resolve('examples/northwind');
    server = await startServer({ folders: [example] });
    const { systems } = await server.connection.sendRequest<SystemsResult>(SYSTEMS_REQUEST);
    assert.deepEqual(
      systems.map(({ id, inventoryOnly }) => [id, inventoryOnly]),
      [
        ['credit-scoring', false],
        ['hr-chat', true],
        ['support-assistant', false],
      ],
    );
    const card = pathToFileURL(resolve(example, 'credit-scoring/aims.yaml')).href;
    assert.equal(systems[0]?.location.uri, card);
    const roots = (await ask()).nodes;
    for (const system of systems)
      assert.deepEqual(roots.find(({ id }) => id === system.node)?.counts, system.counts);
    // What is asked before the first look is done is answered at once.
    const status = await server.connection.sendRequest<StatusResult>(STATUS_REQUEST);
    const sum = roots.reduce((total, { counts }) => total + (counts?.attested ?? 0), 0);
    assert.equal(status.counts.attested, sum);
    assert.deepEqual(
      [status.state, status.fixed, status.systems, status.broken],
      ['ready', [{ folder: 'northwind', date: '2026-11-01' }], 3, []],
    );
    const records = readFileSync(resolve(example, 'aims.lock'), 'utf8').match(/ content=sha256:/g);
    assert.equal(status.approvals, records?.length);
  });
});
