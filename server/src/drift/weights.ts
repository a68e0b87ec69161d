/** Weights that others published, run by the system itself. */
import { loud, together, type At } from './code-index';
import { comparedOf, perSystem } from './compare';

/** Where they are loaded, in order of files and lines; tests and examples left out. */
export const foreignWeights = perSystem((snapshot, system): readonly At[] => {
  const lists = [...comparedOf(snapshot, system).code.byId.values()].filter(
    ([first]) => first?.mark.signal.kind === 'model-load' && first.mark.use?.known === 'public',
  );
  return together(lists.map(loud));
});
