/** What DVC keeps: `*.dvc` files name data that was added, `dvc.yaml` what its stages read and write. */
import { cleanText } from './clean';
import { isDataPath, isModelFile, pathBelow } from './paths';
import type { Said, SourceFile } from './types';
import { readYaml, type YamlSource } from './yaml-source';

/** A file or folder DVC keeps, by its path from the card. */
export interface DvcOutput extends Said {
  /** The stage that writes it. */
  readonly stage?: string | undefined;
  /** Code the stage depends on. */
  readonly code: readonly string[];
  /** Where data was imported from. */
  readonly from?: Said | undefined;
}

export interface DvcFacts {
  readonly models: readonly DvcOutput[];
  readonly data: readonly DvcOutput[];
  /** Data that a stage which writes a model reads, where it is the only data it reads. */
  readonly trainedOn: readonly Said[];
}

export function readDvc(file: SourceFile): DvcFacts {
  const source = readYaml(file);
  const folder = file.path.slice(0, Math.max(file.path.lastIndexOf('/'), 0));
  const isPipeline = /(?:^|\/)dvc\.yaml$/.test(file.path);
  const outputs = isPipeline ? stageOutputs(source, folder) : addedFiles(source, folder);
  return {
    models: outputs.filter(({ value }) => isModelFile(value)),
    // What somebody added is data, whatever it is called; what a stage writes may be a plot or a report.
    data: outputs.filter(({ value }) => !isModelFile(value) && (!isPipeline || isDataPath(value))),
    trainedOn: isPipeline
      ? source.keys('stages').flatMap((stage) => trainingData(source, folder, stage))
      : [],
  };
}

function addedFiles(source: YamlSource, folder: string): readonly DvcOutput[] {
  const from = source.said('deps', 0, 'repo', 'url') ?? source.said('deps', 0, 'path');
  return Array.from({ length: source.count('outs') }, (_, index) => {
    const out = source.said('outs', index, 'path');
    const path = out && pathBelow(folder, out.value);
    return out && path !== undefined ? [{ value: path, at: out.at, code: [], from }] : [];
  }).flat();
}

/** Outputs of a stage: paths, or maps from one path to its options. */
function* written(source: YamlSource, stage: string, key: string): Iterable<Said> {
  for (let index = 0; index < source.count('stages', stage, key); index++) {
    const plain = source.said('stages', stage, key, index);
    if (plain) yield plain;
    for (const path of source.keys('stages', stage, key, index)) {
      const value = cleanText(path);
      if (value !== undefined) yield { value, at: source.at('stages', stage, key, index) };
    }
  }
}

function trainingData(source: YamlSource, folder: string, stage: string): readonly Said[] {
  if (![...written(source, stage, 'outs')].some(({ value }) => isModelFile(value))) return [];
  const data = [...written(source, stage, 'deps')].flatMap(({ value, at }) => {
    const path = isDataPath(value) ? pathBelow(folder, value) : undefined;
    return path === undefined ? [] : [{ value: path, at }];
  });
  return data.length === 1 ? data : [];
}

function stageOutputs(source: YamlSource, folder: string): readonly DvcOutput[] {
  return source.keys('stages').flatMap((stage) => {
    const code = [...written(source, stage, 'deps')].flatMap(({ value }) => {
      const path = /\.(?:py|ipynb|js|ts)$/i.test(value) ? pathBelow(folder, value) : undefined;
      return path ?? [];
    });
    return ['outs', 'outs_persist'].flatMap((key) =>
      [...written(source, stage, key)].flatMap(({ value, at }) => {
        const path = pathBelow(folder, value);
        return path === undefined ? [] : [{ value: path, at, stage: cleanText(stage), code }];
      }),
    );
  });
}
