/** The data a card names, where code reads it with a function that reads anything, beside training. */
import assert from 'node:assert/strict';
import { draftIn } from '../../../server/src/draft';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';

const ROOT = 'file:///workspace';
const HEAD = [
  'import os',
  'from pathlib import Path',
  'import numpy as np',
  'import pandas as pd',
  'import polars as pl',
  'from sklearn.svm import SVC',
].join('\n');
const FIT = 'SVC().fit(X, y)\n';

/** The section `datasets` of the card that is drafted. */
async function datasetsOf(files: Readonly<Record<string, string>>): Promise<string> {
  const host = new MemoryHost(files);
  const service = createLanguageService({
    host,
    clock: { today: () => '2026-11-01' },
    log: { warn: () => undefined },
  });
  const drafted = await draftIn(host, await service.snapshot(), ROOT);
  assert.ok(drafted);
  return /^datasets:\n(?: .*\n)*/m.exec(drafted.text)?.[0] ?? '';
}

const inTraining = (code: string): Promise<string> => datasetsOf({ 'train.py': `${HEAD}\n${code}\n${FIT}` });

describe('data that training code reads', () => {
  it('is named with its file; the only one is what is trained on', async () => {
    assert.equal(
      await inTraining("frame = pd.read_csv('data/loans.csv')"),
      [
        'datasets:',
        '  - id: loans # from train.py:7',
        '    uses:',
        '      - training # from train.py:7',
        '    source: TODO # where the data comes from',
        '    file: data/loans.csv # from train.py:7',
        '',
      ].join('\n'),
    );
  });

  it('is found by the ways to read and to write a path', async () => {
    for (const read of [
      'pd.read_parquet(path="data/loans.parquet")',
      'pl.scan_csv("./data/loans.csv")',
      'np.loadtxt("data/loans.txt")',
      'pd.read_csv(os.path.join("data", "loans.csv"))',
      'LOANS = "data/loans.csv"\npd.read_csv(LOANS)',
      'def load(path="data/loans.csv"):\n    return pd.read_csv(path)',
    ])
      assert.match(await inTraining(read), /^ {4}file: data\/loans\.\w+ # from train\.py:\d+$/m, read);
  });

  it('of several files nobody knows which is trained on', async () => {
    const text = await inTraining('pd.read_csv("data/train.csv")\npd.read_csv("data/holdout.csv")');
    assert.match(
      text,
      /id: train # [\s\S]*- TODO # what for: training, [\s\S]*id: holdout # [\s\S]*- TODO # what for: training/,
    );
  });

  it('is looked for where it is, from the folder of the code up', async () => {
    const code = `${HEAD}\npd.read_csv('data/loans.csv')\n${FIT}`;
    const at = async (path: string): Promise<string | undefined> =>
      /file: (\S+)/.exec(await datasetsOf({ 'src/train.py': code, [path]: 'a,b\n' }))?.[1];
    assert.equal(await at('data/loans.csv'), 'data/loans.csv');
    assert.equal(await at('src/data/loans.csv'), 'src/data/loans.csv');
  });

  it('by its address is named with that as its source, without what opens it', async () => {
    const text = await inTraining('pd.read_csv("https://me:secret@data.example/loans.csv?key=1")');
    assert.match(text, /id: loans # .*\n.*\n.*training.*\n {4}source: https:\/\/data\.example\/loans\.csv #/);
    assert.doesNotMatch(text, /file:|secret|key=1/);
  });

  it('is not named where the path is not known, leads out, or is on a hub whose loading is seen elsewhere', async () => {
    for (const read of [
      'pd.read_csv(path)',
      'pd.read_csv(f"data/{day}.csv")',
      'pd.read_csv("../data/loans.csv")',
      'pd.read_csv("/srv/loans.csv")',
      'pd.read_csv("data/*.csv")',
      'pd.read_csv("hf://datasets/acme/loans/loans.csv")',
      'open("data/loans.csv")',
    ])
      assert.match(await inTraining(read), /^datasets:\n {2}- id: training-data # /, read);
  });

  it('is not what the file writes itself', async () => {
    for (const write of [
      'frame.to_csv("data/clean.csv", index=False)',
      'frame.dropna().to_csv(path_or_buf="./data/clean.csv")',
      'CLEAN = "data/clean.csv"\nframe.write_csv(CLEAN)',
    ]) {
      const code = `frame = pd.read_csv("data/loans.csv")\n${write}\nclean = pd.read_csv("data/clean.csv")`;
      const text = await inTraining(code);
      assert.match(text, /^datasets:\n {2}- id: loans # .*\n {4}uses:\n {6}- training # /, write);
      assert.doesNotMatch(text, /clean/, write);
    }
    const other = await inTraining('frame.to_csv("out/loans.csv")\npd.read_csv("data/loans.csv")');
    assert.match(other, /file: data\/loans\.csv/);
  });

  it('is not what sets a training up or comes out of it', async () => {
    for (const path of ['config.json', 'results/metrics.csv', 'predictions.csv', 'out\\\\Params.json'])
      assert.match(
        await inTraining(`pd.read_csv("${path}")`),
        /^datasets:\n {2}- id: training-data # /,
        path,
      );
    assert.match(await inTraining('pd.read_csv("data/exam_results.csv")'), /id: exam-results/);
  });

  it('is named only where the same file trains', async () => {
    const text = await datasetsOf({
      'train.py': `${HEAD}\n${FIT}`,
      'report.py': `${HEAD}\nimport mlflow\nmlflow.start_run()\npd.read_csv('data/figures.csv')\n`,
    });
    assert.match(text, /^datasets:\n {2}- id: training-data # from train\.py/);
    assert.doesNotMatch(text, /figures/);
  });

  it('makes no code AI that reads it', async () => {
    const host = new MemoryHost({ 'report.py': "import pandas as pd\npd.read_csv('data/loans.csv')\n" });
    const service = createLanguageService({
      host,
      clock: { today: () => '2026-11-01' },
      log: { warn: () => undefined },
    });
    assert.equal(await draftIn(host, await service.snapshot(), ROOT), undefined);
  });
});
