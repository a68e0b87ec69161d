/** Library calls of the code, in order of files and lines, each with the words a comment names it by. */
import type { Signal, SignalKind } from '../code/types';
import { isUse, useOf, type Use } from '../drift/use';
import { cleanText } from './clean';
import { pathBelow } from './paths';
import { placeOf } from './said';
import type { DraftInput } from './types';

export interface Call {
  readonly kind: SignalKind;
  readonly library: string;
  readonly callee: string;
  readonly provider: string | undefined;
  readonly signal: Signal;
  /**
   * Which model or data set is used, as the rules read it that hold the card against the code: what they would find, the
   * draft names. Undefined where the code does not say which, and for calls that use none.
   */
  readonly use: Use | undefined;
  /** What is loaded, called or saved, where the code says it. */
  readonly target: string | undefined;
  /** Path from the card, where what is loaded or saved is a file or folder below it. */
  readonly path: string | undefined;
  /** Path of the file the call stands in. */
  readonly file: string;
  readonly at: string;
}

/**
 * A path in code, from the card. Code names files from where it runs, which nobody knows: where one is there, it is meant.
 * @returns undefined where it leads out of the card's folder
 */
export function pathOf(file: string, target: string, present: ReadonlySet<string>): string | undefined {
  const folders = file.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
  const paths = folders.flatMap((folder) => pathBelow(folder, target) ?? []);
  return paths.find((path) => present.has(path)) ?? paths[0];
}

/** Calls that use a model or data set, or tell that there is one. */
const USING = new Set<SignalKind>(['model-load', 'dataset-load', 'ai-api-call']);

/** @returns nothing for a call that only tries a library out */
function toCall(file: string, signal: Signal, present: ReadonlySet<string>): readonly Call[] {
  const { kind, library, callee, provider, range, cell } = signal;
  const read = useOf(signal);
  if (read === undefined && USING.has(kind)) return [];
  const use = read && isUse(read) ? read : undefined;
  const target = cleanText(read ? use?.text : signal.target);
  const mayBePath = use === undefined || use.known === 'file' || use.known === 'perhaps';
  return [
    {
      ...{ kind, library, callee, provider, signal, target, file },
      use: target === undefined ? undefined : use,
      path: target !== undefined && mayBePath ? pathOf(file, target, present) : undefined,
      at: placeOf(file, range.start.line, cell),
    },
  ];
}

const compare = (a: Signal, b: Signal): number =>
  (a.cell ?? 0) - (b.cell ?? 0) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character;

export const callsIn = ({ code, present = new Set() }: DraftInput): readonly Call[] =>
  [...code]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, facts }) =>
      [...facts.signals].sort(compare).flatMap((signal) => toCall(path, signal, present)),
    );

/** Libraries whose names of models and data are those of the Hugging Face Hub. */
const HUB =
  /^(?:transformers|diffusers|datasets|nlp|peft|trl|setfit|unsloth|optimum|adapters|accelerate|sentence-transformers|huggingface-hub|timm|gliner|span_marker|FlagEmbedding|mlx[-_]lm|vllm|faster[-_]whisper)$|^@(?:huggingface|xenova)\//;

export const isHubLibrary = (library: string): boolean => HUB.test(library);

/** Libraries that train what was loaded, be it by a loop somebody wrote. */
export const trainsLoaded = (library: string): boolean =>
  isHubLibrary(library) ||
  /^(?:torch|lightning|pytorch[-_]lightning|keras|tensorflow|fastai|jax|flax)$/.test(library);
