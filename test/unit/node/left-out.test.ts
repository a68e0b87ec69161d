/** Code on disk that says nothing of the system: what is left out without anybody's doing. */
import assert from 'node:assert/strict';
import { createNodeHost } from '../../../server/src/node/host';
import { createLanguageService } from '../../../server/src/service';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../../server/src/settings/settings';
import { createFolder, type Folder } from '../../support/folder';

const PYTHON = 'from transformers import AutoModel\nAutoModel.from_pretrained("bert-base-uncased")\n';
const SCRIPT = "import OpenAI from 'openai'\nnew OpenAI().responses.create({ model: 'gpt-4o', input: '' })\n";
const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  metadata: { language_info: { name: 'python' } },
  cells: [{ cell_type: 'code', metadata: {}, outputs: [], source: PYTHON }],
});
const CARD =
  'aims: 1\nkind: system\nid: chat\nname: Chat\nmodels: [{id: a, basedOn: {name: roberta-base}}]\n';

const LEFT_OUT: Readonly<Record<string, string>> = {
  'tests/test_model.py': PYTHON,
  'src/model_test.py': PYTHON,
  'src/chat.spec.ts': SCRIPT,
  'src/__mocks__/chat.ts': SCRIPT,
  'examples/quickstart.py': PYTHON,
  'demo/app.mjs': SCRIPT,
  'docs/conf.py': PYTHON,
  'vendor/lib/model.py': PYTHON,
  'third_party/lib/model.py': PYTHON,
  'src/_vendor/model.py': PYTHON,
  'node_modules/lib/index.js': SCRIPT,
  '.venv/lib/python3.12/site-packages/lib/model.py': PYTHON,
  'py/pyvenv.cfg': '',
  'py/lib/model.py': PYTHON,
  'opt/lib/dist-packages/lib/model.py': PYTHON,
  'notebooks/.ipynb_checkpoints/try-checkpoint.ipynb': NOTEBOOK,
  'build/lib/model.py': PYTHON,
  'dist/main.js': SCRIPT,
  'web/.next/server/chat.js': SCRIPT,
  'web/chat.min.js': SCRIPT,
  'web/chat.bundle.js': SCRIPT,
  'web/chat.d.ts': SCRIPT,
  'web/packed.js': `${SCRIPT}var a=${'[0,1,2,3,4,5,6,7,8,9],'.repeat(3_000)}0;`,
  'lib.egg-info/model.py': PYTHON,
  'old.zip': PYTHON,
  'old.tar.gz': PYTHON,
};
const OWN: Readonly<Record<string, string>> = {
  'src/model.py': PYTHON,
  'notebooks/try.ipynb': NOTEBOOK,
  'web/chat.ts': SCRIPT,
};

describe('code that says nothing of the system', () => {
  let folder: Folder;
  beforeEach(() => (folder = createFolder()));
  afterEach(() => folder.dispose());

  /** Files with findings, and the rules; of cards only rules about code. */
  async function found(files: object, settings: Settings = DEFAULT_SETTINGS): Promise<readonly string[]> {
    for (const [path, text] of Object.entries(files)) folder.write(path, text as string);
    const service = createLanguageService({
      host: createNodeHost([folder.path]),
      clock: { today: () => '2026-11-01' },
      log: { warn: (message) => assert.fail(message) },
      settings,
    });
    const snapshot = await service.snapshot();
    return service.files(snapshot).flatMap((uri) =>
      service
        .findings(snapshot, uri)
        .filter(({ rule }) => /code|not-on-card/.test(rule))
        .map(({ rule }) => `${uri.slice(folder.uri('').length + 1)} ${rule}`),
    );
  }

  it('has no findings where there is no AIMS file', async () => {
    assert.deepEqual(await found(LEFT_OUT), []);
  });

  it('has none where a card covers everything', async () => {
    assert.deepEqual(await found({ ...LEFT_OUT, 'aims.yaml': CARD }), []);
  });

  it('is told from code of one’s own, which has', async () => {
    assert.deepEqual(await found({ ...LEFT_OUT, ...OWN }), [
      'notebooks/try.ipynb uncovered-ml-code',
      'src/model.py uncovered-ml-code',
      'web/chat.ts uncovered-ml-code',
    ]);
    // The same model in a notebook and a file is one cause.
    assert.deepEqual(await found({ 'aims.yaml': CARD }), [
      'notebooks/try.ipynb model-not-on-card',
      'web/chat.ts model-not-on-card',
    ]);
  });

  it('has none of one’s own where aims.code.enable is off', async () => {
    const off = readSettings({ code: { enable: false } });
    assert.deepEqual(await found(OWN, off), []);
    assert.deepEqual(await found({ 'aims.yaml': CARD }, off), []);
  });
});
