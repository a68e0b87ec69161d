/** Where a system's code trains a model. */
import { perSystem } from './compare';
import type { CallAt } from './providers';
import { summaryOf } from './summary';
import { codeOf } from './system-code';

/** The first call that trains, tests and examples left out. */
export const training = perSystem((snapshot, system): { readonly first?: CallAt } => {
  for (const entry of codeOf(snapshot, system)) {
    const signal = entry.silent ? undefined : summaryOf(entry.facts).firstTraining;
    if (signal) return { first: { entry, signal } };
  }
  return {};
});
