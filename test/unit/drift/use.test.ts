import assert from 'node:assert/strict';
import { analyseCode } from '../../../server/src/code/index';
import { isUse, useOf } from '../../../server/src/drift/use';

/** What one call of Python is said to use, and how well it is known. */
function usedBy(code: string): string | undefined {
  const [signal] = analyseCode('a.py', code)?.signals ?? [];
  const use = signal && useOf(signal);
  return use && isUse(use) ? `${use.what} ${use.text}, ${use.known}` : undefined;
}

describe('what a call uses', () => {
  const calls: Readonly<Record<string, string>> = {
    'import en_core_web_sm\nen_core_web_sm.load()': 'model en_core_web_sm, public',
    'import spacy\nspacy.load("en_core_web_sm")': 'model en_core_web_sm, public',
    'import torchvision\ntorchvision.models.resnet50(weights="DEFAULT")': 'model resnet50, public',
    'from sklearn.datasets import fetch_california_housing\nfetch_california_housing()':
      'dataset california_housing, public',
    'from transformers import AutoModel\nAutoModel.from_pretrained("./out")': 'model ./out, file',
    'import torch\ntorch.load("/mnt/model.pt")': 'model /mnt/model.pt, elsewhere',
  };
  for (const [code, use] of Object.entries(calls)) {
    it(`${code.replace('\n', '; ')} is ${use}`, () => assert.equal(usedBy(code), use));
  }
});
