/** Library calls of the code, in order of files and lines, each with the words a comment names it by. */
import { rootOf } from '../code/pattern';
import { JAVASCRIPT, PYTHON } from '../code/signals';
import type { Signal, SignalKind } from '../code/types';
import { cleanText } from './clean';
import { pathBelow } from './paths';
import { placeOf } from './said';
import type { DraftInput } from './types';

export interface Call {
  readonly kind: SignalKind;
  readonly library: string;
  readonly callee: string;
  readonly provider: string | undefined;
  /** What is loaded, called or saved, where the code says it. */
  readonly target: string | undefined;
  /** Commit, tag or branch that is asked for. */
  readonly revision: string | undefined;
  /** Path from the card, where what is loaded or saved is a file or folder below it. */
  readonly path: string | undefined;
  /** Path of the file the call stands in. */
  readonly file: string;
  readonly at: string;
}

/** Code names files from where it runs, which nobody knows: where one is there, it is meant. */
function pathOf(file: string, target: string, present: ReadonlySet<string>): string | undefined {
  const folders = file.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
  const paths = folders.flatMap((folder) => pathBelow(folder, target) ?? []);
  return paths.find((path) => present.has(path)) ?? paths[0];
}

function toCall(file: string, signal: Signal, present: ReadonlySet<string>): Call {
  const { kind, library, callee, provider, revision, range, cell } = signal;
  const target = cleanText(signal.target);
  return {
    ...{ kind, library, callee, provider, target, file },
    path: target === undefined ? undefined : pathOf(file, target, present),
    revision: revision?.is === 'named' ? cleanText(revision.name) : undefined,
    at: placeOf(file, range.start.line, cell),
  };
}

const compare = (a: Signal, b: Signal): number =>
  (a.cell ?? 0) - (b.cell ?? 0) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character;

export const callsIn = ({ code, present = new Set() }: DraftInput): readonly Call[] =>
  [...code]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, facts }) =>
      [...facts.signals].sort(compare).map((signal) => toCall(path, signal, present)),
    );

/** Libraries whose names of models and data are those of the Hugging Face Hub. */
const HUB =
  /^(?:transformers|diffusers|datasets|nlp|peft|trl|setfit|unsloth|optimum|adapters|accelerate|sentence-transformers|huggingface-hub|timm|gliner|span_marker|FlagEmbedding|mlx[-_]lm|vllm|faster[-_]whisper)$|^@(?:huggingface|xenova)\//;

export const isHubLibrary = (library: string): boolean => HUB.test(library);

/** Libraries that train what was loaded, be it by a loop somebody wrote. */
export const trainsLoaded = (library: string): boolean =>
  isHubLibrary(library) ||
  /^(?:torch|lightning|pytorch[-_]lightning|keras|tensorflow|fastai|jax|flax)$/.test(library);

/** Who runs a hosted model; where the table does not say, its library. */
export const providerOf = ({ provider, library }: Call): string => provider ?? library;

/** Whether a function belongs to a library the table knows, as opposed to the project’s own. */
export const isOfLibrary = (callee: string): boolean =>
  PYTHON.knows(rootOf(callee)) || JAVASCRIPT.knows(rootOf(callee));
