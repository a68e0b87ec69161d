/** What a call in ML code uses, in words a card can be compared with. */
import { rootOf } from '../code/pattern';
import { JAVASCRIPT, PYTHON } from '../code/signals';
import type { Signal } from '../code/types';
import { fileName, parseName, type Name } from './name';
import { hostedName, hubName, isPlaceholderName, pathKind, type Known } from './reading';
import { nameInCall, namingOf } from './registry';

export type What = 'model' | 'dataset';

export interface Use {
  readonly what: What;
  readonly signal: Signal;
  /** As the code names it, in full: `whisper-small`, where a library says `small`. */
  readonly text: string;
  /** Ways to say it on a card; the first is its own. */
  readonly names: readonly [Name, ...Name[]];
  readonly known: Known;
}

/** A model or data set is used, but which one cannot be read. */
export interface Unread {
  readonly what: What;
  readonly signal: Signal;
}

const isHosted = ({ kind }: Signal): boolean => kind === 'ai-api-call' || kind === 'train';

/** What a service fine-tunes for us is somebody's model. */
const whatOf = ({ kind, provider }: Signal): What | undefined => {
  if (kind === 'dataset-load') return 'dataset';
  if (kind === 'model-load' || kind === 'ai-api-call') return 'model';
  return kind === 'train' && provider !== undefined ? 'model' : undefined;
};

/** A function of a library the table knows, as opposed to one of the project's own. */
const isOfLibrary = ({ callee }: Signal): boolean =>
  PYTHON.knows(rootOf(callee)) || JAVASCRIPT.knows(rootOf(callee));

interface Read {
  readonly spellings: readonly string[];
  readonly known: Known;
}

/** @returns undefined for a word only the project itself understands: that one of its classes is given */
function read(signal: Signal, what: What, text: string): Read | undefined {
  if (isHosted(signal)) return { spellings: [text], known: hostedName(signal, text) };
  const naming = namingOf(signal);
  const path = pathKind(text, naming.by);
  // Folders on the way to a file say nothing of what is in it.
  if (path !== undefined) return { spellings: [fileName(text)], known: path };
  if (naming.by !== 'library') {
    const known = hubName(text, what);
    return known === 'perhaps' && !isOfLibrary(signal) ? undefined : { spellings: [text], known };
  }
  return {
    spellings: naming.family === '' ? [text] : [`${naming.family}-${text}`, text],
    known: 'public',
  };
}

/** Models the makers of a library keep for its own tests. */
const FOR_TESTS = /^(?:hf|trl|optimum)-internal-testing\//;
/** Single files fetched from a repository that is called so are pictures to try a model on, or lists of labels. */
const FOR_TRIALS = /(?:^|[-_/])(?:tests?|testing|examples?|samples?|demo|fixtures?|label-files)(?:[-_/]|$)/i;

const isForTrials = ({ kind, callee }: Signal, name: string): boolean =>
  FOR_TESTS.test(name) ||
  (kind === 'dataset-load' && callee.endsWith('hf_hub_download') && FOR_TRIALS.test(name));

/** @returns undefined where the call uses neither a model nor a data set */
export function useOf(signal: Signal): Use | Unread | undefined {
  const what = whatOf(signal);
  const inCall = nameInCall(signal);
  const written = inCall ?? signal.target;
  if (what === undefined || (written !== undefined && isForTrials(signal, written))) return undefined;
  if (written === undefined || isPlaceholderName(written)) return { what, signal };
  const found: Read | undefined =
    inCall === undefined ? read(signal, what, written) : { spellings: [inCall], known: 'public' };
  if (!found) return { what, signal };
  const { spellings, known } = found;
  const [name, ...others] = spellings.flatMap((each) => parseName(each) ?? []);
  if (!name) return { what, signal };
  const text = known === 'public' ? (spellings[0] ?? written) : written;
  return { what, signal, text, names: [name, ...others], known };
}

export const isUse = (use: Use | Unread): use is Use => 'names' in use;
