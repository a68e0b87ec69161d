/** What a model is used for, where the name of a call or a word in it tells: words of the Hugging Face Hub. */
import { fitting, rootOf, rootsOf } from './pattern';
import type { TaskLine } from './signalTable';
import { SIGNALS } from './signals.generated';

const WORDS: ReadonlySet<string> = new Set(SIGNALS.taskWords);

/** Lines by what they begin with, where that is a library. Those of any library begin with a `*`. */
const LINES = SIGNALS.tasks.map((line) => ({
  line,
  roots: new Set(line.call.startsWith('*') ? [] : rootsOf(line.call)),
  fits: fitting(line.call),
}));

/** Libraries that hand on what they are given: `GridSearchCV(RandomForestClassifier())`. */
const HANDING_ON: ReadonlySet<string> = new Set(
  LINES.filter(({ line }) => line.task === 'given').flatMap(({ roots }) => [...roots]),
);

export const mayHandOn = (path: string): boolean => HANDING_ON.has(rootOf(path));

/**
 * The line that decides about a call.
 * @param callee dotted name without brackets
 * @param isBeside whether the file imports one of some libraries
 */
export function taskLine(
  callee: string,
  isBeside: (libraries: readonly string[]) => boolean,
): TaskLine | undefined {
  const root = rootOf(callee);
  return LINES.find(
    ({ line, roots, fits }) =>
      (roots.size === 0 || roots.has(root)) &&
      fits(callee) &&
      !(line.unlessBeside && isBeside(line.unlessBeside)),
  )?.line;
}

/** The task that a text names, as a library is told it: `sentiment-analysis`, `translation_en_to_fr`. */
export function taskNamed(text: string): string | undefined {
  const word = /^translation_\w+_to_\w+$/.test(text) ? 'translation' : text;
  const task = Object.hasOwn(SIGNALS.taskAliases, word) ? SIGNALS.taskAliases[word] : word;
  return task !== undefined && WORDS.has(task) ? task : undefined;
}

/** The task a call is named after: `client.text_classification`, `textToSpeech.convert`. */
export function taskInName(callee: string): string | undefined {
  return callee
    .split('.')
    .map((name) =>
      name
        .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
        .replaceAll('_', '-')
        .toLowerCase(),
    )
    .find((name) => WORDS.has(name));
}
