/** Each fact that is read from code, in both languages, and how what names a model is followed. */
import assert from 'node:assert/strict';
import { analyseCode } from '../../../server/src/code/index';
import { shown } from './support/read';

const signalsOf = (file: string, code: string): readonly string[] =>
  (analyseCode(file, code)?.signals ?? []).map((signal) => {
    const { revision, provider } = signal;
    const at = revision?.is === 'named' ? ` @${revision.name}` : '';
    return `${shown(signal)}${at}${provider === undefined ? '' : `, ${provider}`}`;
  });

type Facts = Readonly<Record<string, readonly [code: string, ...signals: string[]]>>;

const PYTHON: Facts = {
  'a model by name, at a revision': [
    'from transformers import AutoModel as Base\nBase.from_pretrained("org/m", revision="v1")',
    'model-load transformers.AutoModel.from_pretrained <org/m> @v1',
  ],
  'a model by name, as a keyword': [
    'from transformers import AutoModel\nAutoModel.from_pretrained(pretrained_model_name_or_path="org/m")',
    'model-load transformers.AutoModel.from_pretrained <org/m>',
  ],
  'a model by path': [
    'import joblib\nclf = joblib.load("out/clf.joblib")',
    'model-load joblib.load <out/clf.joblib>',
  ],
  'a data set': [
    'import datasets as ds\nds.load_dataset("squad", revision="v2")',
    'dataset-load datasets.load_dataset <squad> @v2',
  ],
  'a hosted model and its provider': [
    'from anthropic import Anthropic as Client\nClient().messages.create(model="claude-x")',
    'ai-api-call anthropic.Anthropic.messages.create <claude-x>, Anthropic',
  ],
  training: [
    'from sklearn.svm import SVC as Machine\nclf = Machine()\nclf.fit(X, y)',
    'train sklearn.svm.SVC.fit',
  ],
  saving: ['import torch as t\nt.save(model, "m.pt")', 'save torch.save <m.pt>'],
  deploying: ['from ray import serve\nserve.run(app)', 'deploy ray.serve.run'],
  tracking: [
    'import mlflow, wandb\nmlflow.start_run()\nmlflow.sklearn.autolog()\nwandb.init(project="p")',
    'track mlflow.start_run',
    'track mlflow.sklearn.autolog',
    'track wandb.init <p>',
  ],
};

const JAVASCRIPT: Facts = {
  'a model by name, at a revision': [
    "import { pipeline as load } from '@huggingface/transformers'\nawait load('summarization', 'org/m', { revision: 'v1' })",
    'model-load @huggingface/transformers.pipeline <org/m> @v1',
  ],
  'a model by path': [
    "import * as ort from 'onnxruntime-web'\nawait ort.InferenceSession.create('./m.onnx')",
    'model-load onnxruntime-web.InferenceSession.create <./m.onnx>',
  ],
  'a data set': [
    "import * as tf from '@tensorflow/tfjs'\ntf.data.csv('d.csv')",
    'dataset-load @tensorflow/tfjs.data.csv <d.csv>',
  ],
  'a hosted model and its provider': [
    "import Client from '@anthropic-ai/sdk'\nnew Client().messages.create({ model: 'claude-x', max_tokens: 1 })",
    'ai-api-call @anthropic-ai/sdk.messages.create <claude-x>, Anthropic',
  ],
  'training and saving': [
    "import { sequential } from '@tensorflow/tfjs'\nconst m = sequential()\nawait m.fit(x, y)\nawait m.save('file://m')",
    'train @tensorflow/tfjs.sequential.fit',
    'save @tensorflow/tfjs.sequential.save <file://m>',
  ],
  deploying: [
    "import { CreateEndpointCommand } from '@aws-sdk/client-sagemaker'\nnew CreateEndpointCommand({ EndpointName: 'e' })",
    'deploy @aws-sdk/client-sagemaker.CreateEndpointCommand <e>',
  ],
  tracking: ["import wandb from '@wandb/sdk'\nwandb.init({ project: 'p' })", 'track @wandb/sdk.init <p>'],
};

/** What stands for the name of a model in Python, and the name it is read as; none where that is not known. */
const NAMES: Readonly<Record<string, readonly [before: string, name: string, read?: string]>> = {
  'a constant': ['NAME = "m"', 'NAME', 'm'],
  'a declared constant': ['from typing import Final\nNAME: Final[str] = "m"', 'NAME', 'm'],
  'the environment with a default': ['import os', 'os.environ.get("M", "m")', 'm'],
  'the environment with a default by name': ['import os', 'os.getenv("M", default="m")', 'm'],
  'the environment, or else': ['from os import getenv as env', 'env("M") or "m"', 'm'],
  'the environment, set if it is not': ['import os', 'os.environ.setdefault("M", "m")', 'm'],
  'the environment with a constant': ['import os\nNAME = "m"', 'os.environ.get("M", NAME)', 'm'],
  'the environment alone': ['import os', 'os.environ["M"]'],
  'a format string of known texts': ['ORG, SIZE = "org", "base"', 'f"{ORG}/bert-{SIZE}"', 'org/bert-base'],
  'a format string without holes': ['', "f'''bert'''", 'bert'],
  'a format string of something unknown': ['ORG = "org"', 'f"{ORG}/{name}"'],
  'a format string that says how to write it': ['N = "org"', 'f"{N!r}{N:>9}{N=}"'],
  'a format string with braces': ['N = "org"', 'f"{{x}}{N}"'],
  'a path of parts': [
    'from pathlib import Path\nOUT = Path("out")',
    'OUT / "best" / "m.pt"',
    'out/best/m.pt',
  ],
  'a path that is joined': ['import os', 'os.path.join("out", "m.pt")', 'out/m.pt'],
  'a path with an unknown part': ['import os', 'os.path.join(out, "m.pt")'],
  'a variable of a class': ['class Config:\n  NAME = "m"', 'Config.NAME', 'm'],
  'a field with a default': [
    '@dataclass\nclass Config:\n  name: str = "m"\nconfig = Config()',
    'config.name',
    'm',
  ],
  'a field that is given': ['class Config:\n  name: str = "m"\nconfig = Config(name="n")', 'config.name'],
  'a field that may be given': ['class Config:\n  name: str = "m"\nconfig = Config(**given)', 'config.name'],
  'a field that is given by position': [
    'class Config:\n  name: str = "m"\nconfig = Config("n")',
    'config.name',
  ],
  'a field that is replaced by something unknown': [
    'class Config:\n  name = "m"\nconfig = Config()\nconfig.name = pick()',
    'config.name',
  ],
  'an item of an enumeration': ['class Model(str, Enum):\n  BIG = "m"', 'Model.BIG.value', 'm'],
  'an item of an enumeration that others are looked up in': [
    'from enum import Enum\nclass Model(str, Enum):\n  BIG = "m"\n  SMALL = "s"\nchosen = Model(name)',
    'Model.BIG.value',
    'm',
  ],
  'an item of an enumeration of the project’s kind': [
    'import enum\nclass Named(enum.StrEnum): ...\nclass Model(Named):\n  BIG = "m"\nchosen = Model(name)',
    'Model.BIG',
    'm',
  ],
};

describe('facts', () => {
  for (const [name, [code, ...expected]] of Object.entries(PYTHON))
    it(`of Python: ${name}`, () => assert.deepEqual(signalsOf('a.py', code), expected));
  for (const [name, [code, ...expected]] of Object.entries(JAVASCRIPT))
    it(`of JavaScript: ${name}`, () => assert.deepEqual(signalsOf('a.ts', code), expected));
});

describe('the name of a model in Python', () => {
  for (const [what, [before, name, read]] of Object.entries(NAMES)) {
    const told = read === undefined ? 'is not guessed' : `is ${read}`;
    it(`by ${what} ${told}`, () => {
      const code = `${before}\nfrom transformers import AutoModel\nAutoModel.from_pretrained(${name})`;
      const target = read === undefined ? '' : ` <${read}>`;
      assert.deepEqual(signalsOf('a.py', code), [
        `model-load transformers.AutoModel.from_pretrained${target}`,
      ]);
    });
  }
});
