/** What names say: `best_model`, `netG`, `train_features`. */
import { SIGNALS } from './signals.generated';
import type { WordClass } from './signalTable';

/** Is one of the words of a name (`bestModel_path` has three) of that class? */
export function speaksOf(name: string, kind: WordClass): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => vocabulary[kind].has(word) || vocabulary[kind].has(word.replace(/\d+$/, '')));
}

const vocabulary: Readonly<Record<WordClass, ReadonlySet<string>>> = {
  model: new Set(SIGNALS.words.model),
  optimizer: new Set(SIGNALS.words.optimizer),
  preprocessing: new Set(SIGNALS.words.preprocessing),
  data: new Set(SIGNALS.words.data),
};
