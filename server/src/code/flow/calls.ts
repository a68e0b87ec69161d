/** A call as the table of signals sees it, and what it gives back. */
import type { Signals } from '../signals';
import type { NodeId } from './tree';
import { elementOf } from './collections';
import {
  extended,
  isEnumeration,
  library,
  lineage,
  merge,
  SOME_TEXT,
  type FunctionValue,
  type LibraryValue,
  type LocalClass,
  type Named,
  type RecordValue,
  type Value,
} from './values';

export interface Argument {
  /** Keyword, or `undefined` for a positional one. */
  readonly name: string | undefined;
  /** `*args`, `**kwargs`, `...args`. */
  readonly spread: boolean;
  /** Its fields are read as named arguments: `**options`, `f({ model })`. */
  readonly options: boolean;
  /** As it stands in the source. */
  readonly written: string;
  readonly value: Value | undefined;
}

/** What is half-typed in a call may be anything. */
export const UNREAD: Argument = {
  name: undefined,
  spread: true,
  options: false,
  written: '',
  value: undefined,
};

export interface Call {
  /** The function's expression. */
  readonly callee: NodeId;
  readonly value: Value | undefined;
  /** For `a.b()`: `a` and `b`. */
  readonly receiver: Value | undefined;
  /** What the receiver is called: `optimizer` of `self.optimizer`. */
  readonly receiverName: string | undefined;
  readonly method: string | undefined;
  readonly args: readonly Argument[];
  /** Where the result goes: the variable, argument or function it is assigned to, passed as or returned from. */
  readonly goesTo: string;
  /** Name of the method of a class the call stands in. */
  readonly within?: string | undefined;
}

/** @param name keyword, or position from 0 */
export function argument(args: readonly Argument[], name: string | number): Argument | undefined {
  if (typeof name === 'string') return args.find((each) => each.name === name) ?? optionNamed(args, name);
  const before = args.slice(0, name + 1);
  if (before.some((each) => each.spread || each.name !== undefined)) return undefined;
  return before[name];
}

function optionNamed(args: readonly Argument[], name: string): Argument | undefined {
  for (const { options, value } of args) {
    const field = options && value?.is === 'record' ? value.fields.get(name) : undefined;
    if (field) return { name, spread: false, options: false, ...field };
  }
  return undefined;
}

/** Whether more named arguments may be given than are seen. */
export function mayHaveMore(args: readonly Argument[]): boolean {
  return args.some(
    ({ spread, options, value }) =>
      (spread && !(options && value?.is === 'record')) || (options && value?.is === 'record' && value.open),
  );
}

export type Result = (args: readonly Argument[]) => Value | undefined;

/** What a language knows of its own calls. */
export interface Idioms {
  readonly signals: Signals;
  /** What well-known calls give back, by dotted name. */
  readonly results: Readonly<Record<string, Result>>;
  /** Named constructors: `Trainer.from_argparse_args(args)` is a `Trainer`. The first group is the class. */
  readonly maker: RegExp | undefined;
  /** Arguments that tell a client which address to call. */
  readonly addresses: readonly string[];
  readonly constructorName: string;
}

/**
 * What a call gives back. Also tells functions of this file what they are given.
 * @param named what the table says the call's result stands for
 */
export function resultOf(call: Call, idioms: Idioms, named: Named | undefined): Value | undefined {
  const { value, receiver, method, args } = call;
  if (value?.is === 'library') return libraryResult(value, call, idioms, named);
  if (value?.is === 'class') {
    construct(value.of, args, idioms.constructorName);
    return { is: 'object', of: value.of };
  }
  if (value?.is === 'function') {
    pass(value, args);
    return value.of.returns;
  }
  if (method === undefined) return undefined;
  if (receiver?.is === 'items' || receiver?.is === 'record') return collectionResult(receiver, method, args);
  return receiver && receiver.is !== 'text' && idioms.signals.fluent.has(method) ? receiver : undefined;
}

function libraryResult(
  value: LibraryValue,
  call: Call,
  { signals, results, maker, addresses }: Idioms,
  named: Named | undefined,
): Value | undefined {
  const { path } = value;
  const known = Object.hasOwn(results, path) ? results[path] : undefined;
  if (known) return known(call.args);
  const { receiver, method, args } = call;
  const isObject = receiver?.is === 'object' || (receiver?.is === 'library' && receiver.path.endsWith(')'));
  if (isObject && method !== undefined && signals.fluent.has(method)) return receiver;
  const address = addresses.map((name) => argument(args, name)).find((each) => each !== undefined);
  if (!address && !named) return objectOf(value, maker);
  return library(objectOf(value, maker)?.path ?? path, {
    ...value,
    ...(named ? { named } : {}),
    ...(address ? { endpoint: address.value?.is === 'text' ? address.value.text : '' } : {}),
  });
}

/** What a class or function of a library gives. Kept among what it leads to, under the name no member has. */
function objectOf(value: LibraryValue, maker: RegExp | undefined): LibraryValue | undefined {
  const known = value.extensions.get('()');
  if (known) return known;
  const owner = maker?.exec(value.path)?.[1];
  if (owner === undefined) return extended(value, '()');
  const object = library(`${owner}()`, value);
  if (object) value.extensions.set('()', object);
  return object;
}

function collectionResult(
  receiver: Value & { is: 'items' | 'record' },
  method: string,
  args: readonly Argument[],
): Value | undefined {
  switch (method) {
    case 'values':
    case 'copy':
    case 'filter':
    case 'slice':
    case 'reverse':
    case 'concat':
      return receiver;
    case 'items':
    case 'entries':
      return { is: 'items', items: [{ is: 'items', items: [undefined, elementOf(receiver)] }] };
    case 'get':
    case 'pop':
      return receiver.is === 'record' ? got(receiver, args) : elementOf(receiver);
    case 'at':
    case 'find':
    case 'shift':
      return elementOf(receiver);
    default:
      return undefined;
  }
}

/** `settings.get("model", "gpt-4o")`. */
function got(record: RecordValue, args: readonly Argument[]): Value | undefined {
  const key = argument(args, 0)?.value;
  if (key?.is !== 'text') return elementOf(record);
  const field = record.fields.get(key.text);
  return field || record.open ? field?.value : argument(args, 1)?.value;
}

/** The nearest constructor is given the arguments; without one, the fields are. */
function construct(of: LocalClass, args: readonly Argument[], constructorName: string): void {
  const classes = lineage(of);
  for (const { attributes } of classes) {
    const init = attributes.get(constructorName);
    if (init?.is === 'function') {
      pass(init, args);
      return;
    }
  }
  if (isEnumeration(of)) return;
  for (const { attributes } of classes) replaceFields(attributes, args);
}

/** Without a constructor of its own, what a class is given replaces what its fields hold: `Settings(model="gpt-4o")`. */
function replaceFields(fields: LocalClass['attributes'], args: readonly Argument[]): void {
  for (const [name, value] of fields) {
    if (value?.is !== 'text') continue;
    const given = args.find((each) => each.name === name);
    const mayBeGiven = mayHaveMore(args) || args.some((each) => each.name === undefined);
    if (given) fields.set(name, merge(value, given.value ?? SOME_TEXT));
    else if (mayBeGiven) fields.set(name, SOME_TEXT);
  }
}

/** Tells a function of the file what a call gives it. */
export function pass(
  target: FunctionValue,
  args: readonly Pick<Argument, 'name' | 'spread' | 'value'>[],
): void {
  const { parameters, passed, method } = target.of;
  let position = method ? 1 : 0;
  for (const each of args) {
    if (each.spread) break;
    const name = each.name ?? parameters[position++];
    if (name !== undefined && parameters.includes(name))
      passed.set(name, merge(passed.get(name), each.value));
  }
}
