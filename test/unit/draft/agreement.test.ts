/** Drafting and the rules that hold code against the card agree: what is drafted from code, no rule misses on the card. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { draftIn } from '../../../server/src/draft';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import { readFixture } from '../../support/fixture';
import { JAVASCRIPT_CASES, LIBRARY_CASES } from '../code/support/cases';

const ROOT = 'file:///workspace';
const RULES = [
  'model-not-on-card',
  'dataset-not-on-card',
  'provider-not-on-card',
  'revision-not-pinned',
  'model-not-in-code',
  'dataset-not-in-code',
];

type Files = Readonly<Record<string, string>>;

const serviceOf = (files: Files) =>
  createLanguageService({
    host: new MemoryHost(files),
    clock: { today: () => '2026-11-01' },
    log: { warn: () => undefined },
  });

/**
 * Places held open keep these rules silent, and somebody will fill them in: with what no code uses, so that nothing is
 * found by accident.
 */
const filledIn = (card: string): string => card.replaceAll(/(?<=(?:name|task): )TODO/g, 'zebra-unlike-any-9');

/** What the rules say of the code once it has the card that is drafted from it; undefined where none is. */
async function foundAfterDrafting(files: Files): Promise<readonly string[] | undefined> {
  const before = await serviceOf(files).snapshot();
  const drafted = await draftIn(new MemoryHost(files), before, ROOT);
  if (!drafted) return undefined;
  const found: string[] = [];
  const filled = filledIn(drafted.text);
  // Who asks for more is told what the card names and no code uses.
  for (const card of [drafted.text, filled, `${filled}target: managed\n`]) {
    const after = serviceOf({ ...files, 'aims.yaml': card });
    const snapshot = await after.snapshot();
    for (const uri of after.files(snapshot))
      for (const { rule, message } of after.findings(snapshot, uri))
        if (RULES.includes(rule)) found.push(`${uri.slice(ROOT.length)} ${rule}: ${message}`);
  }
  return found;
}

const isAims = (text: string): boolean => /^\s*(?:aims|"aims"):/m.test(text);

/** A file for every line of the table of library calls. */
const LIBRARIES: readonly (readonly [path: string, text: string])[] = [
  ...LIBRARY_CASES.map(({ path, code }, at): readonly [string, string] => [
    `part${at % 7}/file${at}.py`,
    `import ${path.split('.').slice(0, -1).join('.') || path}\n${code.replaceAll('$', path)}\n`,
  ]),
  ...JAVASCRIPT_CASES.map(({ module, name, code }, at): readonly [string, string] => [
    `web/file${at}.js`,
    `import ${name === 'default' ? 'it' : `{ ${name} as it }`} from '${module}';\n${code.replaceAll('$', 'it')}\n`,
  ]),
];

/** Calls as people write them; `$` is a name, a path, or whatever. */
const CALLS = [
  'OpenAI().chat.completions.create(model="$")',
  'OpenAI().chat.completions.create(model=choose())',
  'OpenAI().fine_tuning.jobs.create(model="$", training_file=f)',
  'AzureOpenAI().chat.completions.create(model="$")',
  'anthropic.Anthropic().messages.create(model="$", messages=m)',
  'AutoModel.from_pretrained("$")',
  'AutoModel.from_pretrained("$", revision="0a6aa91")',
  'Ours.from_pretrained("$")',
  'SentenceTransformer("$")',
  'Trainer(model).train()',
  'torchvision.models.resnet50(weights="DEFAULT")',
  'torch.load("$")',
  'torch.save(model, "$")',
  'model.save_pretrained("$")',
  'model.push_to_hub("$")',
  'whisper.load_model("$")',
  'mlflow.sklearn.load_model("$")',
  'load_dataset("$")',
  'torchvision.datasets.MNIST("data")',
  'SVC().fit(a, b)',
  'pd.read_csv("$")',
  'pl.scan_parquet("$")',
];
const IMPORTS = [
  'import pandas as pd, polars as pl',
  'import anthropic, mlflow, torch, torchvision, whisper',
  'from openai import OpenAI, AzureOpenAI',
  'from transformers import AutoModel, Trainer',
  'from sentence_transformers import SentenceTransformer',
  'from datasets import load_dataset',
  'from sklearn.svm import SVC',
  'from ours import Ours',
  'model = AutoModel.from_config(c)',
].join('\n');
const NAMES = [
  'gpt-4o', 'gpt-4o-2024-08-06', 'openai/gpt-4o', 'our-deployment', 'small', 'large-v3', 'bert-base-uncased', 'tiny',
  'acme/bert', 'other/bert', 'https://huggingface.co/acme/bert', 'https://a:b@host/m.pt', 'models:/churn/3', 'out/best',
  './out/best', '../m/churn.pt', 'out\\\\best.pt', 'churn.pt', 'src/churn.pt', '/opt/churn.pt', '~/churn.pt', 'data/x.csv', 'imdb',
  'https://huggingface.co/datasets/acme/x/resolve/main/x.csv', 'hf://datasets/acme/x/x.csv', 's3://acme/x.csv', '../x.csv',
  'our_data', 'resume', 'yolov8n.yaml', 'yolov8n.pt', 'your-model', 'n/a', 'TODO', '[x]', '.', '..', 'a..b/', 'café-é',
  'llama3:8b', 'ft:gpt-4o-mini:acme::a1', 'anthropic.claude-3-haiku-20240307-v1:0', 'a, b (c); d',
]; // prettier-ignore

const calls = fc.array(
  fc
    .tuple(
      fc.constantFrom(...CALLS),
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NAMES) }, fc.string({ maxLength: 12 })),
    )
    .map(([call, name]) => call.replace('"$"', () => JSON.stringify(name))),
  { minLength: 1, maxLength: 6 },
);

describe('a drafted card, held against the code it was drafted from', function () {
  this.timeout(60_000);

  it('names what any line of the table of library calls tells', async () => {
    for (const [path, text] of LIBRARIES)
      assert.deepEqual((await foundAfterDrafting({ [path]: text })) ?? [], [], text);
  });

  it('names what a repository that uses every library tells', async () => {
    assert.deepEqual(await foundAfterDrafting(Object.fromEntries(LIBRARIES)), []);
  });

  it('names what the code in the examples of these rules tells', async () => {
    const folder = join(import.meta.dirname, '../../fixtures/rules');
    let drafts = 0;
    for (const rule of [...RULES, 'model-not-in-code', 'uncovered-ml-code'])
      for (const each of readFixture(readFileSync(join(folder, `${rule}.md`), 'utf8')).cases) {
        const files = Object.fromEntries(
          each.files.filter(({ text }) => !isAims(text)).map(({ path, text }) => [path, text]),
        );
        const found = await foundAfterDrafting(files);
        if (found) drafts++;
        assert.deepEqual(found ?? [], [], `${rule}: ${each.name}`);
      }
    assert.ok(drafts > 30, `${drafts} cards`);
  });

  it('names a model once that a README calls otherwise than the code', async () => {
    const loads = [
      'from transformers import AutoModel, AutoModelForSequenceClassification, Trainer',
      'model = AutoModelForSequenceClassification.from_pretrained("bert-base-uncased", revision="0a6aa91")',
      'teacher = AutoModel.from_pretrained("acme/teacher", revision="0a6aa91")',
    ].join('\n');
    const readme = '---\nbase_model: google-bert/bert-base-uncased\nmodel_name: ours\n---\n';
    for (const training of ['\nTrainer(model).train()', '']) {
      const files = { 'README.md': readme, 'train.py': loads + training };
      const card =
        (await draftIn(new MemoryHost(files), await serviceOf(files).snapshot(), ROOT))?.text ?? '';
      assert.deepEqual(card.match(/(?<=^ {2}- id: )\S+/gm)?.slice(0, 2), ['ours', 'teacher']);
      assert.match(card, /# .*google-bert\/bert-base-uncased\n +name: bert-base-uncased\n/);
      assert.match(card, /revision: 0a6aa91/);
      assert.equal(card.match(/bert-base-uncased/g)?.length, 2, card);
      assert.deepEqual(await foundAfterDrafting(files), []);
    }
  });

  it('names whatever code loads, saves, trains and calls', async () => {
    await fc.assert(
      fc.asyncProperty(calls, calls, async (one, other) => {
        const files = {
          'src/train.py': [IMPORTS, ...one].join('\n'),
          'serve.py': [IMPORTS, ...other].join('\n'),
        };
        assert.deepEqual((await foundAfterDrafting(files)) ?? [], []);
      }),
      { numRuns: 300 },
    );
  });
});
