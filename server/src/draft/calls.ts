/** Library calls of the code, in order of files and lines, each with the words a comment names it by. */
import type { Signal, SignalKind } from '../code/types';
import { cleanText, withoutSecrets } from './clean';
import { placeOf } from './said';
import type { SourceCode } from './types';

export interface Call {
  readonly kind: SignalKind;
  readonly library: string;
  readonly callee: string;
  readonly provider: string | undefined;
  /** What is loaded, called or saved, where the code says it. */
  readonly target: string | undefined;
  /** Commit, tag or branch that is asked for. */
  readonly revision: string | undefined;
  /** Path of the file. */
  readonly file: string;
  readonly at: string;
}

const toCall = (
  file: string,
  { kind, library, callee, provider, target, revision, range, cell }: Signal,
): Call => ({
  kind,
  library,
  callee,
  provider,
  target: target === undefined ? undefined : cleanText(withoutSecrets(target)),
  revision: revision?.is === 'named' ? cleanText(revision.name) : undefined,
  file,
  at: placeOf(file, range.start.line, cell),
});

const compare = (a: Signal, b: Signal): number =>
  (a.cell ?? 0) - (b.cell ?? 0) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character;

export const callsIn = (code: readonly SourceCode[]): readonly Call[] =>
  [...code]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, facts }) => [...facts.signals].sort(compare).map((signal) => toCall(path, signal)));

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
