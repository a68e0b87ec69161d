/** Calls that an organization lists: which code they are for, and when they are taken over. */
import assert from 'node:assert/strict';
import { openWorkspace, ROOT, type OpenedWorkspace } from '../../support/workspace';

const organization = (...lines: readonly string[]): string =>
  `aims: 1\nkind: organization\nid: nw\nname: NW\nsignals:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
const LOAD = '{call: acme_ml.load_model, kind: model-load, target: [name, 0]}';
const CODE = 'import acme_ml\nacme_ml.load_model("m1")\n';

async function signals({ service }: OpenedWorkspace, path = 'src/a.py'): Promise<readonly string[]> {
  const { code } = await service.snapshot();
  return (code.get(`${ROOT}/${path}`)?.facts.signals ?? []).map(({ kind, library, target, provider }) =>
    [kind, library, target, provider].join(' ').trim(),
  );
}

describe('signals of an organization', () => {
  it('are found in code below its file, in any language they are for', async () => {
    const opened = await openWorkspace({
      'aims.yaml': organization(
        LOAD,
        "{call: 'acme_ml.Client().ask', kind: ai-api-call, provider: Acme, library: acme, target: [model]}",
        "{call: '@acme/ai.load', kind: model-load, language: javascript, target: ['0']}",
      ),
      'src/a.py': `${CODE}client = acme_ml.Client()\nclient.ask(model="big")\n`,
      'src/b.ts': "import { load } from '@acme/ai';\nload('m2');\n",
      'src/c.ipynb': JSON.stringify({
        cells: [{ cell_type: 'code', source: CODE }],
        nbformat: 4,
        metadata: {},
      }),
    });
    assert.deepEqual(await signals(opened), ['model-load acme-ml m1', 'ai-api-call acme big Acme']);
    assert.deepEqual(await signals(opened, 'src/b.ts'), ['model-load @acme/ai m2']);
    assert.deepEqual(await signals(opened, 'src/c.ipynb'), ['model-load acme-ml m1']);
  });

  it('are those of the nearest organization that lists any', async () => {
    const opened = await openWorkspace({
      'a/aims.yaml': organization(LOAD),
      'a/src/a.py': CODE,
      'a/sub/aims.yaml': organization('{call: acme_ml.load_model, kind: dataset-load}'),
      'a/sub/a.py': CODE,
      'b/a.py': CODE,
    });
    assert.deepEqual(await signals(opened, 'a/src/a.py'), ['model-load acme-ml m1']);
    assert.deepEqual(await signals(opened, 'a/sub/a.py'), ['dataset-load acme-ml']);
    assert.deepEqual(await signals(opened, 'b/a.py'), []);
  });

  it('go before the built-in ones, which stay', async () => {
    const opened = await openWorkspace({
      'aims.yaml': organization('{call: torch.load, kind: dataset-load}'),
      'src/a.py': 'import torch, openai\ntorch.load("x")\nopenai.OpenAI().responses.create(model="m")\n',
    });
    assert.deepEqual(await signals(opened), ['dataset-load torch', 'ai-api-call openai m OpenAI']);
  });

  it('that are not right are left out, and the others are used', async () => {
    const opened = await openWorkspace({
      'aims.yaml': organization(
        "{call: '*.load_model', kind: train}",
        '{call: acme_ml.x, kind: nothing}',
        LOAD,
      ),
      'src/a.py': CODE,
    });
    assert.deepEqual(await signals(opened), ['model-load acme-ml m1']);
  });

  it('are taken over when the file is saved, not while it is typed', async () => {
    const opened = await openWorkspace({
      'aims.yaml': organization(LOAD),
      'src/a.py': CODE,
      'src/open.py': CODE,
    });
    const { service } = opened;
    service.index.setOpen(`${ROOT}/src/open.py`, `${CODE}\n`);
    service.index.setOpenCells(`${ROOT}/src/n.ipynb`, [{ language: 'python', text: CODE }]);
    const all = async () =>
      (
        await Promise.all(['a.py', 'open.py', 'n.ipynb'].map((name) => signals(opened, `src/${name}`)))
      ).flat();
    const before = Array<string>(3).fill('model-load acme-ml m1');
    assert.deepEqual(await all(), before);
    service.index.setOpen(`${ROOT}/aims.yaml`, organization(LOAD.replace('model-load', 'train')));
    assert.deepEqual(await all(), before);
    assert.equal(service.index.saved(), true);
    assert.deepEqual(await all(), Array<string>(3).fill('train acme-ml m1'));
    assert.equal(service.index.saved(), false);
  });

  it('follow the file where it changes or goes outside the editor', async () => {
    const opened = await openWorkspace({
      'aims.yaml': 'aims: 1\nkind: organization\nid: nw\n',
      'src/a.py': CODE,
    });
    assert.deepEqual(await signals(opened), []);
    opened.host.write(`${ROOT}/aims.yaml`, organization(LOAD));
    await opened.service.index.changed([`${ROOT}/aims.yaml`]);
    assert.deepEqual(await signals(opened), ['model-load acme-ml m1']);
    opened.host.write(`${ROOT}/aims.yaml`, undefined);
    await opened.service.index.changed([`${ROOT}/aims.yaml`]);
    assert.deepEqual(await signals(opened), []);
  });
});
