import assert from 'node:assert/strict';
import { isTestOrExample } from '../../../server/src/code/index';

describe('code that is not the system’s own', () => {
  const yes = [
    'tests/a.py',
    'src/test/a.py',
    'test_model.py',
    'pkg/model_test.py',
    'conftest.py',
    'examples/x.ipynb',
    '.venv/lib/site-packages/torch/a.py',
    'vendor/x.py',
    'third_party/x/y.py',
    'node_modules/a/b.py',
    'build/lib/a.py',
    'dist/a.py',
    'nb/.ipynb_checkpoints/a.ipynb',
    'Docs/Examples/A.py',
    'src/chat.test.ts',
    'src/Chat.spec.tsx',
    'src/Chat.stories.jsx',
    'src/__mocks__/openai.ts',
    'e2e/chat.mjs',
    '.next/server/app.js',
    'out/main.js',
  ];
  const no = [
    'train.py',
    'src/model.py',
    'notebooks/train.ipynb',
    'contest/a.py',
    'latest/a.py',
    'src/testimony.py',
    'attest.py',
    'src/builder/a.py',
    'environment/a.py',
    'src/chat.ts',
    'src/testing-grounds.tsx',
    'app/api/route.mjs',
  ];
  for (const path of yes) it(`${path} is not`, () => assert.equal(isTestOrExample(path), true));
  for (const path of no) it(`${path} is`, () => assert.equal(isTestOrExample(path), false));
});
