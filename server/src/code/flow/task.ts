/** What the model of a call is used for, as far as the call itself, or what it is given, tells. */
import type { CallLine, Convention } from '../signalTable';
import { mayHandOn, taskInName, taskLine, taskNamed } from '../tasks';
import type { Call } from './calls';
import type { Imports } from './conventions';
import { firstGiven } from './details';
import type { Value } from './values';

/** `openai.default().chat` -> `openai.chat`. */
export const withoutBrackets = (path: string): string =>
  path.replaceAll(/\(\)|\.?\[\]/g, '').replace(/\.default(?=\.|$)/, '');

/**
 * @param callee dotted name without brackets
 * @param imports of the file
 * @returns undefined where nothing tells
 */
export function taskOf(
  { taskFrom }: CallLine | Convention,
  call: Call,
  callee: string,
  imports: Imports,
): string | undefined {
  const said = taskFrom && firstGiven(call.args, taskFrom);
  // What we cannot read may be anything.
  if (said) return said.value?.is === 'text' ? taskNamed(said.value.text) : undefined;
  const line = taskLine(callee, besides(imports));
  const carried = call.value?.is === 'library' ? call.value.named?.task : undefined;
  if (line?.task === 'given') return carried ?? taskGiven(call, imports);
  if (line) return line.task === 'none' ? undefined : line.task;
  return carried ?? taskInName(callee);
}

/**
 * The task that what a call makes goes on with: a search for the best parameters is for what it searches.
 * @param path canonical dotted name of what is called
 */
export function taskHandedOn(call: Call, path: string, imports: Imports): string | undefined {
  if (!mayHandOn(path) || taskLine(withoutBrackets(path), besides(imports))?.task !== 'given')
    return undefined;
  return taskGiven(call, imports);
}

const besides =
  (imports: Imports) =>
  (libraries: readonly string[]): boolean =>
    imports.firstOf(libraries) !== undefined;

/** Of the objects a call is given, the one task they tell; undefined where they tell several. */
function taskGiven({ args }: Call, imports: Imports): string | undefined {
  const tasks = new Set(args.flatMap(({ value }) => taskOfObject(value, imports) ?? []));
  const [task, another] = tasks;
  return another === undefined ? task : undefined;
}

function taskOfObject(value: Value | undefined, imports: Imports): string | undefined {
  if (value?.is !== 'library' || !value.path.endsWith('()')) return undefined;
  const line = taskLine(withoutBrackets(value.path), besides(imports));
  return value.named?.task ?? (line && /^(?:given|none)$/.test(line.task) ? undefined : line?.task);
}
