/** A call as the table of signals sees it, and what well-known calls give back. */
import { SIGNALS } from '../signals.generated';
import type { NodeId } from './tree';
import { elementOf, library, merge, type FileValue, type Value } from './values';

export interface Argument {
  /** Keyword, or `undefined` for a positional one. */
  readonly name: string | undefined;
  /** `*args`, `**kwargs`. */
  readonly spread: boolean;
  readonly node: NodeId;
  /** As it stands in the source. */
  readonly written: string;
  readonly value: Value | undefined;
}

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
}

/** @param name keyword, or position from 0 */
export function argument(args: readonly Argument[], name: string | number): Argument | undefined {
  if (typeof name === 'string') return args.find((each) => each.name === name);
  const before = args.slice(0, name + 1);
  if (before.some((each) => each.spread || each.name !== undefined)) return undefined;
  return before[name];
}

type Result = (args: readonly Argument[]) => Value | undefined;

const first: Result = (args) => argument(args, 0)?.value;
const second: Result = (args) => argument(args, 1)?.value;
const all: Result = (args) => ({ is: 'items', items: args.map((each) => each.value) });

/** The last step of a scikit-learn pipeline is what is trained; the steps before it prepare the data. */
const lastStep: Result = (args) => {
  const steps = (argument(args, 'steps') ?? argument(args, 0))?.value;
  const step = steps?.is === 'items' ? steps.items.at(-1) : undefined;
  const estimator = step?.is === 'items' ? step.items.at(-1) : undefined;
  return estimator?.is === 'library' ? estimator : library('sklearn.pipeline.Pipeline()');
};
const lastArgument: Result = (args) => {
  const estimator = args.filter((each) => each.name === undefined).at(-1)?.value;
  return estimator?.is === 'library' ? estimator : library('sklearn.pipeline.Pipeline()');
};

const open: Result = (args) => {
  const name = argument(args, 'file') ?? argument(args, 0);
  const file: FileValue = { is: 'file', written: name?.written ?? '' };
  return name?.value?.is === 'text' ? { ...file, text: name.value.text } : file;
};

/** `os.environ.get("MODEL", "gpt2")`: the default is what the file says. */
const environment: Result = (args) => {
  const fallback = second(args);
  return fallback?.is === 'text' ? fallback : undefined;
};

const attribute: Result = (args) => {
  const object = first(args);
  const name = second(args);
  if (object?.is !== 'library') return undefined;
  return library(`${object.path}.${name?.is === 'text' ? name.text : '[]'}`, object.endpoint);
};

const module: Result = (args) => {
  const name = first(args);
  return name?.is === 'text' ? library(name.text) : undefined;
};

const pairs: Result = (args) => ({
  is: 'items',
  items: [{ is: 'items', items: args.map((each) => elementOf(each.value)) }],
});
const numbered: Result = (args) => ({
  is: 'items',
  items: [{ is: 'items', items: [undefined, elementOf(first(args))] }],
});

const RESULTS: Readonly<Record<string, Result>> = {
  'builtins.open': open,
  'io.open': open,
  'gzip.open': open,
  'bz2.open': open,
  'builtins.getattr': attribute,
  'builtins.enumerate': numbered,
  'builtins.zip': pairs,
  'builtins.list': first,
  'builtins.tuple': first,
  'builtins.str': first,
  'pathlib.Path': first,
  'typing.cast': second,
  'copy.copy': first,
  'copy.deepcopy': first,
  'importlib.import_module': module,
  'os.getenv': environment,
  'os.environ.get': environment,
  'sklearn.base.clone': first,
  'sklearn.pipeline.Pipeline': lastStep,
  'sklearn.pipeline.make_pipeline': lastArgument,
  'torch.compile': first,
  'torch.nn.DataParallel': first,
  'torch.nn.parallel.DistributedDataParallel': first,
  'accelerate.Accelerator().prepare': (args) => (args.length === 1 ? first(args) : all(args)),
  'accelerate.Accelerator().unwrap_model': first,
};

const BUILTINS = new Set(['open', 'getattr', 'enumerate', 'zip', 'list', 'tuple', 'str']);
const FLUENT: ReadonlySet<string> = new Set(SIGNALS.fluent);
/** Named constructors: `Trainer.from_argparse_args(args)` is a `Trainer`. */
const MAKER = /^(.*\.[A-Z]\w*)\.(?:from_\w+|load\w*|create)$/;
const CLIENT_ADDRESS = ['base_url', 'azure_endpoint', 'api_base'];

/** Names every Python file knows and that matter here. */
export function builtin(name: string): Value | undefined {
  return BUILTINS.has(name) ? library(`builtins.${name}`) : undefined;
}

/** What a call gives back. Also tells functions of this file what they are given. */
export function resultOf(call: Call): Value | undefined {
  const { value, receiver, method, args } = call;
  if (value?.is === 'library') return libraryResult(value.path, value.endpoint, call);
  if (value?.is === 'class') {
    const init = value.of.attributes.get('__init__');
    if (init?.is === 'function') pass(init, args);
    return { is: 'object', of: value.of };
  }
  if (value?.is === 'function') {
    pass(value, args);
    return value.of.returns;
  }
  if (receiver?.is === 'items' && method !== undefined) return collectionResult(receiver, method);
  if (receiver?.is === 'text' && method === 'split') return undefined;
  if (receiver && method !== undefined && FLUENT.has(method)) return receiver;
  return undefined;
}

function libraryResult(path: string, endpoint: string | undefined, call: Call): Value | undefined {
  const known = Object.hasOwn(RESULTS, path) ? RESULTS[path] : undefined;
  if (known) return known(call.args);
  const { receiver, method, args } = call;
  if (receiver?.is === 'object' && method !== undefined && FLUENT.has(method)) return receiver;
  if (
    receiver?.is === 'library' &&
    receiver.path.endsWith(')') &&
    method !== undefined &&
    FLUENT.has(method)
  ) {
    return receiver;
  }
  const maker = MAKER.exec(path)?.[1];
  if (maker !== undefined) return library(`${maker}()`, endpoint);
  const address = CLIENT_ADDRESS.map((name) => argument(args, name)).find((each) => each !== undefined);
  if (!address) return library(`${path}()`, endpoint);
  return library(`${path}()`, address.value?.is === 'text' ? address.value.text : '');
}

function collectionResult(receiver: Value, method: string): Value | undefined {
  if (method === 'values' || method === 'copy') return receiver;
  if (method === 'items')
    return { is: 'items', items: [{ is: 'items', items: [undefined, elementOf(receiver)] }] };
  return method === 'get' || method === 'pop' ? elementOf(receiver) : undefined;
}

function pass(target: Value & { is: 'function' }, args: readonly Argument[]): void {
  const { parameters, passed, method } = target.of;
  let position = method ? 1 : 0;
  for (const each of args) {
    if (each.spread) break;
    const name = each.name ?? parameters[position++];
    if (name !== undefined && parameters.includes(name))
      passed.set(name, merge(passed.get(name), each.value));
  }
}
