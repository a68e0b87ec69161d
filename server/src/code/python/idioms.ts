/** What Python and its well-known functions give back, where that leads on to a model. */
import { PYTHON } from '../signals';
import { argument, type Idioms, type Result } from '../flow/calls';
import { elementOf } from '../flow/collections';
import { library, type FileValue, type Value } from '../flow/values';
import { joinedPath } from './texts';

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
  const fallback = argument(args, 'default')?.value ?? second(args);
  return fallback?.is === 'text' ? fallback : undefined;
};

const path: Result = (args) =>
  args.some(({ spread }) => spread) ? undefined : joinedPath(args.map(({ value }) => value));

const attribute: Result = (args) => {
  const object = first(args);
  const name = second(args);
  if (object?.is !== 'library') return undefined;
  return library(`${object.path}.${name?.is === 'text' ? name.text : '[]'}`, object);
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

/** `dict(model="gpt-4o")`. */
const record: Result = (args) => ({
  is: 'record',
  fields: new Map(args.flatMap((each) => (each.name === undefined ? [] : [[each.name, each]]))),
  open: args.some((each) => each.name === undefined),
});

export const IDIOMS: Idioms = {
  signals: PYTHON,
  results: {
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
    'builtins.dict': record,
    'pathlib.Path': path,
    'os.path.join': path,
    'os.path.abspath': first,
    'os.path.expanduser': first,
    'typing.cast': second,
    'copy.copy': first,
    'copy.deepcopy': first,
    'importlib.import_module': module,
    'os.getenv': environment,
    'os.environ.get': environment,
    'os.environ.setdefault': environment,
    'sklearn.base.clone': first,
    'sklearn.pipeline.Pipeline': lastStep,
    'sklearn.pipeline.make_pipeline': lastArgument,
    'torch.compile': first,
    'torch.nn.DataParallel': first,
    'torch.nn.parallel.DistributedDataParallel': first,
    'accelerate.Accelerator().prepare': (args) => (args.length === 1 ? first(args) : all(args)),
    'accelerate.Accelerator().unwrap_model': first,
  },
  maker: /^(.*\.[A-Z]\w*)\.(?:from_\w+|load\w*|create)$/,
  // An Azure endpoint is no address of somebody else: its client has nothing but that.
  addresses: ['base_url', 'api_base', 'openai_api_base'],
  constructorName: '__init__',
};

const BUILTINS = new Set(['open', 'getattr', 'enumerate', 'zip', 'list', 'tuple', 'str', 'dict']);

/** Names every Python file knows and that matter here. */
export function builtin(name: string): Value | undefined {
  return BUILTINS.has(name) ? library(`builtins.${name}`) : undefined;
}

/** Whether a value is something the file or the table can explain, rather than from code we don't see. */
export function explained(value: Value | undefined): boolean {
  return value !== undefined && (value.is !== 'library' || PYTHON.knows(value.root));
}
