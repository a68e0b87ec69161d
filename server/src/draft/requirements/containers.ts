/** Container files: what they install, on which image they build or run, and which machines they ask for. */
import { cleanText } from '../clean';
import { placeOf } from '../said';
import type { Said, SourceFile } from '../types';
import { readYaml } from '../yaml-source';
import { requirement } from './pip';
import type { Requirement } from './types';

export interface ContainerFacts {
  readonly requirements: readonly Requirement[];
  /** Images made for AI, as they are called: `pytorch/pytorch:2.4.0-cuda12.4-runtime`. */
  readonly images: readonly Said[];
  readonly compute: readonly Said[];
}

/** Words in names of images that bring a library or server for AI, or the means for it. */
const FOR_AI =
  /(?:^|[/_-])(?:pytorch|tensorflow|keras|cuda|rocm|tritonserver|vllm|ollama|text-generation-inference|text-embeddings-inference|tgi|transformers|huggingface|mlflow|ray-ml|localai|llama\.cpp|llama-cpp|xgboost|onnxruntime|nemo|deepspeed)(?:[/_-]|$)/i;

function image(text: string | undefined, at: string): readonly Said[] {
  // Who the image is fetched from and by which digest says nothing of what is in it.
  const name = cleanText(text?.replace(/@sha256:.*$/, ''));
  if (name === undefined || name.includes('$')) return [];
  const repository = name.replace(/:[^/:]*$/, '');
  return FOR_AI.test(repository) ? [{ value: name, at }] : [];
}

/** Options of pip and conda that take a value of their own. */
const WITH_VALUE =
  /^(?:-[rceifntp]|--(?:requirement|constraint|editable|index-url|extra-index-url|find-links|target|name|prefix|channel|trusted-host|python|group|index|torch-backend))$/;

const INSTALLS = /(?:^|[;&|]|\s)(?:pip3?|conda|mamba|micromamba)\s+install\s+([^;&|]*)/g;

/** @param command of a shell, in one line */
function installed(command: string, at: string): readonly Requirement[] {
  return [...command.matchAll(INSTALLS)].flatMap(([, rest = '']) => {
    const words = (rest.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) =>
      word.replace(/^(["'])(.*)\1$/, '$2'),
    );
    return words.flatMap((word, index) => {
      if (word.startsWith('-') || WITH_VALUE.test(words[index - 1] ?? '') || /[\\/$]/.test(word)) return [];
      // One `=` is conda's.
      return requirement(word.replace(/^([\w.-]+)=(?=[\w.])/, '$1=='), at) ?? [];
    });
  });
}

function dockerfile({ path, text }: SourceFile): ContainerFacts {
  const requirements: Requirement[] = [];
  const images: Said[] = [];
  let command = '';
  let first = 0;
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    if (/^\s*#/.test(written)) continue;
    if (command === '') first = line;
    command += written.replace(/\\\s*$/, ' ');
    if (/\\\s*$/.test(written)) continue;
    const at = placeOf(path, first);
    const [, keyword = '', rest = ''] = /^\s*(FROM|RUN)\s+(.*)$/is.exec(command) ?? [];
    if (keyword.toUpperCase() === 'FROM')
      images.push(
        ...image(
          rest.split(/\s+/).find((word) => !word.startsWith('--')),
          at,
        ),
      );
    else if (keyword !== '') requirements.push(...installed(rest, at));
    command = '';
  }
  return { requirements, images, compute: [] };
}

/** What a service reserves of a machine. A number that stands nowhere is not told. */
function compose(file: SourceFile): ContainerFacts {
  const source = readYaml(file);
  const images: Said[] = [];
  const compute: Said[] = [];
  for (const service of source.keys('services')) {
    const named = source.said('services', service, 'image');
    if (named) images.push(...image(named.value, named.at));
    const devices = ['services', service, 'deploy', 'resources', 'reservations', 'devices'] as const;
    for (let index = 0; index < source.count(...devices); index++) {
      const capabilities = source.each(...devices, index, 'capabilities').map(({ value }) => value);
      const driver = source.said(...devices, index, 'driver')?.value;
      const count = source.said(...devices, index, 'count')?.value;
      if (!capabilities.includes('gpu')) continue;
      const words = [count, driver === undefined ? 'GPU' : `GPU (${driver})`].filter(
        (word) => word !== undefined,
      );
      compute.push({ value: words.join(' '), at: source.at(...devices, index) });
    }
  }
  return { requirements: [], images, compute };
}

/** @param name of the file, without its folder */
export const readContainer = (name: string, file: SourceFile): ContainerFacts =>
  /\.ya?ml$/i.test(name) ? compose(file) : dockerfile(file);
