/** What single files say. */
import assert from 'node:assert/strict';
import { readDvc } from '../../../server/src/draft/dvc';
import { readLicence } from '../../../server/src/draft/licence';
import { readMlModel } from '../../../server/src/draft/mlmodel';
import { readReadme } from '../../../server/src/draft/readme';
import { readContainer, readLock, readProject } from '../../../server/src/draft/requirements';
import { readToml } from '../../../server/src/draft/toml';

const requirementsOf = (path: string, text: string): readonly string[] =>
  (readProject({ path, text })?.requirements ?? []).map(
    ({ name, version, at }) => `${at.slice(at.lastIndexOf(':') + 1)} ${name} ${version ?? '-'}`,
  );

describe('requirements', () => {
  it('of pip: pins, ranges, extras, markers; no options, addresses or paths', () => {
    const text = [
      '# a comment',
      'torch==2.4.1+cu121',
      'transformers[torch,sentencepiece] ~= 4.44  # why',
      'datasets >=2.20, <3 ; python_version > "3.9"',
      'openai',
      'numpy==2.*',
      '-r other.txt',
      '--index-url https://user:pw@host/simple',
      '-e git+https://host/x.git#egg=x',
      './local',
      'peft @ git+https://host/peft.git@v1',
      'https://host/x.whl',
      'xgboost==2.1.1 --hash=sha256:00',
      'a b c',
      '',
    ].join('\r\n');
    assert.deepEqual(requirementsOf('requirements-dev.txt', text), [
      '2 torch 2.4.1+cu121',
      '3 transformers ~=4.44',
      '4 datasets >=2.20,<3',
      '5 openai -',
      '6 numpy ==2.*',
      '11 peft -',
      '13 xgboost 2.1.1',
    ]);
  });

  it('of pyproject.toml: standard, groups and Poetry', () => {
    const text = `
[project]
name = 'its'
dependencies = [ # first
  "torch>=2", 'keras==3.5.0',
]
optional-dependencies.gpu = ["jax"]
[dependency-groups]
dev = ["mlflow", {include-group = "lint"}]
[tool.poetry.dependencies]
python = "^3.11"
openai = "^1.40"
peft = { git = "https://host/peft.git", version = "0.12" }
[tool.poetry.group."dev".dependencies]
wandb = "*"
[tool.other]
dependencies = ["nltk"]
`;
    assert.deepEqual(requirementsOf('pyproject.toml', text), [
      '5 torch >=2',
      '5 keras 3.5.0',
      '7 jax -',
      '9 mlflow -',
      '12 openai ^1.40',
      '13 peft 0.12',
      '15 wandb -',
    ]);
  });

  it('of conda, with what pip installs', () => {
    const text =
      'dependencies:\n  - python=3.11\n  - pytorch::pytorch=2.4.*=py3.11_cuda\n  - scikit-learn>=1.5\n  - pip\n  - pip:\n      - openai==1.47.0\n';
    assert.deepEqual(requirementsOf('environment.yml', text), [
      '2 python 3.11',
      '3 torch 2.4',
      '4 scikit-learn >=1.5',
      '5 pip -',
      '7 openai 1.47.0',
    ]);
  });

  it('of npm: versions, but no addresses of the workspace', () => {
    const text =
      '{\n"dependencies": {\n"openai": "^4.63.0",\n"ai": "workspace:*",\n"langchain": "git+https://u:p@h/x"\n}\n}';
    assert.deepEqual(requirementsOf('package.json', text), ['3 openai ^4.63.0', '4 ai -', '5 langchain -']);
  });

  it('of setup.cfg: lists over several lines, extras, no pointers to other files', () => {
    const text = `[metadata]
name = its
version = attr: its.__version__
license = MIT
[options]
python_requires = >=3.9
install_requires =
    # numbers
    torch>=2.1
    datasets==2.20.0  ; python_version > "3.9"

    -e .
[options.extras_require]
serve = vllm
tests =
  pytest
[tool:pytest]
install_requires = keras
`;
    assert.deepEqual(requirementsOf('setup.cfg', text), [
      '9 torch >=2.1',
      '10 datasets 2.20.0',
      '14 vllm -',
      '16 pytest -',
    ]);
    const facts = readProject({ path: 'setup.cfg', text });
    assert.deepEqual([facts?.name, facts?.version], [{ value: 'its', at: 'setup.cfg:2' }, undefined]);
  });

  it('of setup.py: literals and variables that hold one, nothing that is worked out', () => {
    const text = `from setuptools import setup
VERSION = "1.2"
NAME = "a"
NAME = "b"
BASE = ["torch>=2", read("x"), *more]
def other():
    setup_things(install_requires=["nltk"])
if __name__ == "__main__":
    setup(
        name=NAME,
        version=VERSION,
        description=open("README").read(),
        install_requires=BASE,
        extras_require={"gpu": ("jax[cuda]==0.4.30",), "all": EVERYTHING, "one": "vllm"},
    )
`;
    assert.deepEqual(requirementsOf('setup.py', text), ['5 torch >=2', '14 jax 0.4.30', '14 vllm -']);
    const facts = readProject({ path: 'setup.py', text });
    assert.deepEqual(
      [facts?.name, facts?.version, facts?.description],
      [undefined, { value: '1.2', at: 'setup.py:2' }, undefined],
    );
    for (const broken of ['setup(', 'setup(install_requires=[', 'x'.repeat(300_000), '('.repeat(100_000), ''])
      assert.deepEqual(requirementsOf('setup.py', broken), [], broken.slice(0, 20));
  });

  it('of Pipenv', () => {
    const text =
      '[[source]]\nname = "pypi"\n[packages]\ntorch = "==2.4.1"\nopenai = "*"\npeft = {version = "~=0.12", extras = ["x"]}\n[dev-packages]\nmlflow = ">=2"\n[requires]\npython_version = "3.11"\n';
    assert.deepEqual(requirementsOf('Pipfile', text), [
      '4 torch 2.4.1',
      '5 openai -',
      '6 peft ~=0.12',
      '8 mlflow >=2',
    ]);
  });

  it('of nothing else', () => {
    for (const path of ['setup.cfg.bak', 'pipfile', 'my-package.json', 'requirements.md', 'my-setup.py'])
      assert.equal(readProject({ path, text: 'torch==2' }), undefined, path);
  });
});

describe('lock files', () => {
  const lockOf = (path: string, text: string): readonly string[] =>
    readLock(path, { path, text }).map(
      ({ name, version, at }) => `${at.slice(path.length + 1)} ${name} ${version}`,
    );

  it('of uv, Poetry and PDM: a table a package', () => {
    const text =
      'version = 1\n\n[[package]]\nname = "torch"\nversion = "2.4.1"\ndependencies = [{ name = "numpy", version = "1" }]\n[package.metadata]\nname = "x"\n\n[[package]]\nname = "its"\nsource = { editable = "." }\n';
    for (const path of ['uv.lock', 'poetry.lock', 'pdm.lock'])
      assert.deepEqual(lockOf(path, text), ['5 torch 2.4.1'], path);
  });

  it('of Pipenv', () => {
    const text = JSON.stringify(
      { _meta: { hash: {} }, default: { torch: { version: '==2.4.1' }, x: { path: '.' } }, develop: {} },
      null,
      4,
    );
    assert.deepEqual(lockOf('Pipfile.lock', text), ['6 torch 2.4.1']);
  });

  it('of npm: what stands at the top, not what others brought along', () => {
    const packages = {
      '': { name: 'its', version: '1.0.0' },
      'node_modules/openai': { version: '4.24.7' },
      'node_modules/@scope/x': { version: '1.0.0' },
      'node_modules/a/node_modules/openai': { version: '3.0.0' },
    };
    assert.deepEqual(lockOf('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }, null, 2)), [
      '8 openai 4.24.7',
      '11 @scope/x 1.0.0',
    ]);
  });

  it('of pnpm: what the projects ask for', () => {
    const text =
      "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      ai:\n        specifier: ^6\n        version: 6.0.37(zod@3.2.1)\n      its:\n        specifier: workspace:*\n        version: link:../its\npackages:\n  openai@1.0.0: {}\n";
    assert.deepEqual(lockOf('pnpm-lock.yaml', text), ['7 ai 6.0.37']);
  });

  it('that are broken say nothing', () => {
    for (const text of ['', '{', 'null', '[]', '{"packages": 7, "default": [], "dependencies": {"a": null}}'])
      for (const path of ['uv.lock', 'Pipfile.lock', 'package-lock.json', 'pnpm-lock.yaml'])
        assert.deepEqual(lockOf(path, text), [], `${path} ${text}`);
  });

  it('take no time over five megabytes', function () {
    this.timeout(10_000);
    const table =
      '[[package]]\nname = "torch"\nversion = "2.4.1"\nwheels = [{ url = "https://host/x", hash = "0" }]\n';
    assert.ok(lockOf('uv.lock', table.repeat(5_000_000 / table.length)).length > 40_000);
  });
});

describe('container files', () => {
  it('a Dockerfile: images made for AI, and what is installed', () => {
    const text = `# FROM pytorch/pytorch:1
ARG BASE=x
FROM --platform=linux/amd64 pytorch/pytorch:2.4.0-cuda12.4-runtime@sha256:00 AS build
FROM python:3.11
FROM $BASE
RUN apt-get install -y nltk && pip install --no-cache-dir -r requirements.txt -c c.txt \\
    "torch==2.4.1" 'vllm>=0.5' ./local \\
    # why
    openai; echo keras
RUN conda install -c pytorch faiss-cpu=1.8.0
RUN ["pip", "install", "x"]
`;
    const { images, requirements, compute } = readContainer('Dockerfile', { path: 'Dockerfile', text });
    assert.deepEqual(images, [{ value: 'pytorch/pytorch:2.4.0-cuda12.4-runtime', at: 'Dockerfile:3' }]);
    assert.deepEqual(
      requirements.map(({ name, version, at }) => `${at} ${name} ${version ?? '-'}`),
      [
        'Dockerfile:6 torch 2.4.1',
        'Dockerfile:6 vllm >=0.5',
        'Dockerfile:6 openai -',
        'Dockerfile:10 faiss-cpu 1.8.0',
      ],
    );
    assert.deepEqual(compute, []);
  });

  it('compose: images made for AI, and the machines services reserve', () => {
    const text = `services:
  llm:
    image: ollama/ollama:0.3
    deploy:
      resources:
        reservations:
          devices:
            - driver: nvidia
              count: 2
              capabilities: [gpu]
            - {driver: other, capabilities: [tpu]}
  db:
    image: postgres:16
`;
    const { images, compute } = readContainer('compose.yaml', { path: 'compose.yaml', text });
    assert.deepEqual(images, [{ value: 'ollama/ollama:0.3', at: 'compose.yaml:3' }]);
    assert.deepEqual(compute, [{ value: '2 GPU (nvidia)', at: 'compose.yaml:8' }]);
  });
});

describe('TOML', () => {
  it('gives every string with its table, key and line', () => {
    const text = `a = "x\\"y" # c\n["t . u".v]\nb.c = '''\nlong\n'''\nd = [1, "e", ["f"], {g = "h"}, true]\n[[t]]\ni = """j"""\n`;
    assert.deepEqual(
      readToml(text).map(({ table, key, value, line }) => [line, table, key, value]),
      [
        [0, '', 'a', 'x"y'],
        [2, 't . u.v', 'b.c', '\nlong\n'],
        [5, 't . u.v', 'd', 'e'],
        [5, 't . u.v', 'd', 'f'],
        [5, 't . u.v', 'd.g', 'h'],
        [7, 't', 'i', 'j'],
      ],
    );
  });

  it('stops at what is none, and keeps what came before', () => {
    for (const end of [
      '= 1',
      '[x',
      'k = "open',
      'k = [1, ',
      'k = {a',
      '\u0000',
      'k ='.repeat(50),
      `k = ${'['.repeat(100_000)}`,
    ])
      assert.deepEqual(
        readToml(`a = "b"\n${end}`).map(({ value }) => value),
        ['b'],
        end.slice(0, 20),
      );
  });

  it('takes no time over a megabyte of anything', function () {
    this.timeout(5_000);
    for (const piece of [' ', '#', '"', '[', 'a=', 'a="b"\n', "'", '\\', 'a.', '[a]\n', 'k = [" ', '\n'])
      readToml(piece.repeat(1_000_000 / piece.length));
  });
});

describe('licences', () => {
  const idOf = (text: string): string | undefined => readLicence({ path: 'LICENSE', text })?.value;

  it('are known by how they begin', () => {
    assert.equal(idOf('\n  The MIT License (MIT)\n\nCopyright'), 'mit');
    assert.equal(idOf('GNU AFFERO GENERAL PUBLIC LICENSE\n   Version 3, 19 November 2007'), 'agpl-3.0');
    assert.equal(idOf('GNU LESSER GENERAL PUBLIC LICENSE\nVersion 2.1, February 1999'), 'lgpl-2.1');
    assert.equal(
      idOf('Copyright 2026 X\n\nRedistribution and use in source and binary forms, with or without'),
      'bsd-2-clause',
    );
    assert.equal(
      idOf(
        'Redistribution and use in source and binary forms\n3. Neither the name of X nor names\nmay be used to endorse',
      ),
      'bsd-3-clause',
    );
    assert.equal(idOf('/* SPDX-License-Identifier: EUPL-1.2 */'.replace(' */', '')), 'eupl-1.2');
  });

  it('are not guessed', () => {
    for (const text of [
      '',
      'All rights reserved.',
      'See MIT License',
      'This is not the Apache License, Version 2.0',
      'GNU GENERAL PUBLIC LICENSE',
    ])
      assert.equal(idOf(text), undefined, text);
  });
});

describe('DVC', () => {
  it('data that was added or imported, by where the file lies', () => {
    const text =
      'deps:\n- path: use/data.xml\n  repo:\n    url: https://u:p@host/registry?x\nouts:\n- path: data.xml\n- path: ../../../out\n- path: m.pkl\n';
    const { data, models } = readDvc({ path: 'data/raw/data.xml.dvc', text });
    assert.deepEqual(
      data.map(({ value, at, from }) => [value, at, from?.value]),
      [['data/raw/data.xml', 'data/raw/data.xml.dvc:6', 'https://host/registry']],
    );
    assert.deepEqual(
      models.map(({ value }) => value),
      ['data/raw/m.pkl'],
    );
  });

  it('what stages write: models and data, no plots, no templates, nothing above', () => {
    const text = `stages:
  train:
    deps: [src/train.py, data/a, data/b]
    outs:
      - model.pkl
      - data/\${item}
      - /abs/data/x.csv
      - metrics.yaml
      - data/c:
          cache: false
  __proto__:
    outs: [data/d.csv]
`;
    const { data, models, trainedOn } = readDvc({ path: 'dvc.yaml', text });
    assert.deepEqual(
      models.map(({ value, at }) => [value, at]),
      [['model.pkl', 'dvc.yaml:5']],
    );
    assert.deepEqual(
      data.map(({ value, stage }) => [value, stage]),
      [
        ['data/c', 'train'],
        ['data/d.csv', '__proto__'],
      ],
    );
    assert.deepEqual(trainedOn, [], 'two could be meant');
  });
});

describe('MLmodel', () => {
  it('stays in its folder', () => {
    for (const path of ['../../secret.pkl', '/etc/passwd', 'C:\\x.pkl', 's3://bucket/x'])
      assert.equal(
        readMlModel({
          path: 'm/MLmodel',
          text: `flavors:\n  sklearn: {pickled_model: "${path.replaceAll('\\', '\\\\')}"}\n`,
        })?.artifact,
        undefined,
        path,
      );
  });

  it('is none without flavors', () => {
    assert.equal(readMlModel({ path: 'MLmodel', text: 'model_uuid: 1\n' }), undefined);
    assert.equal(readMlModel({ path: 'MLmodel', text: '\u0000' }), undefined);
  });
});

describe('front matter', () => {
  const read = (text: string): ReturnType<typeof readReadme> => readReadme({ path: 'README.md', text });

  it('counts its lines in the file, whatever the line ends and blank lines before', () => {
    assert.equal(read('---\nlicense: mit\npipeline_tag: x\n---\n')?.license?.at, 'README.md:2');
    assert.equal(read('\r\n---\r\nlicense: mit\r\npipeline_tag: x\r\n---\r\n')?.license?.at, 'README.md:3');
    assert.equal(read('\ufeff---\nlicense: mit\npipeline_tag: x\n---\n')?.license?.at, 'README.md:2');
  });

  it('is none where it does not end, does not begin the file, or is about no model', () => {
    for (const text of [
      '---\npipeline_tag: x\n',
      '# Title\n---\npipeline_tag: x\n---\n',
      '---\ntitle: x\nlicense: mit\ntags: [a]\n---\n',
      '--- a ---\npipeline_tag: x\n---\n',
      `---\n${'# x\n'.repeat(100_000)}pipeline_tag: x\n---\n`,
      '',
    ])
      assert.equal(read(text), undefined, text.slice(0, 30));
  });

  it('says nothing where an entry is broken, but what is whole', () => {
    const facts = read('---\nlicense: mit\nlanguage: [en\npipeline_tag: text-classification\n---\n');
    assert.equal(facts?.languages.length ?? 0, 0);
  });
});
