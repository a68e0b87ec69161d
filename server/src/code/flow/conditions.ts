/** What a line of the table asks of a call beside its name. */
import type { Signals } from '../signals';
import type { CallConditions } from '../signalTable';
import { speaksOf } from '../words';
import { argument, type Argument, type Call } from './calls';

/** Whether all that a line asks of arguments and names holds for a call. */
export function holds(conditions: CallConditions, call: Call, signals: Signals): boolean {
  const { given, unlessNone, equals, named, outside } = conditions;
  const { args } = call;
  if (outside !== undefined && call.within === outside) return false;
  if (given && !given.some((name) => isGiven(argument(args, name)))) return false;
  if (unlessNone !== undefined && isNothing(argument(args, unlessNone))) return false;
  for (const [name, texts] of Object.entries(equals ?? {})) {
    const value = argument(args, /^\d+$/.test(name) ? Number(name) : name)?.value;
    if (value?.is !== 'text' || !texts.includes(value.text)) return false;
  }
  return named === undefined || isNamed(named, call, signals);
}

function isGiven(arg: Argument | undefined): boolean {
  return arg !== undefined && !isNothing(arg);
}

const NOTHING = new Set(['None', 'False', 'null', 'undefined', 'false']);

function isNothing(arg: Argument | undefined): boolean {
  return arg !== undefined && NOTHING.has(arg.written);
}

/** Asks the names around a call, the nearest first; the first that says model or data decides. */
function isNamed(named: 'model' | 'not-data', call: Call, signals: Signals): boolean {
  for (const arg of call.args) {
    if (arg.value?.is === 'library' && isTrained(arg.value.path, signals)) return true;
  }
  if (call.args.some(isCopy)) return false;
  const names = [call.goesTo, ...call.args.flatMap(namesOf)];
  for (const name of names) {
    if (speaksOf(name, 'model')) return true;
    if (speaksOf(name, 'data')) return false;
  }
  return named === 'not-data' && !call.args.some(isInMemory);
}

/** An object of a class that can be trained is a model, whatever the variable is called. A function may give anything. */
function isTrained(path: string, signals: Signals): boolean {
  return (
    /(?:^|\.)_*[A-Z]\w*\(\)$/.test(path) &&
    signals.linesFor(`${path}.fit`).some(({ kind }) => kind === 'train')
  );
}

/** `pickle.loads(pickle.dumps(model))` copies what is there already. */
const isCopy = ({ value }: Argument): boolean => value?.is === 'library' && value.path.endsWith('.dumps()');

/** Bytes that came from anywhere: no file whose name would tell, and most often a message or an item of data. */
const isInMemory = ({ value }: Argument): boolean =>
  value?.is === 'library' && /^(?:io\.)?BytesIO\(\)$/.test(value.path);

function namesOf(arg: Argument): string[] {
  const { value } = arg;
  if (value?.is === 'file') return [value.text ?? value.written];
  return value?.is === 'text' ? [arg.written, value.text] : [arg.written];
}
