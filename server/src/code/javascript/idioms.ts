/** What JavaScript and its well-known functions give back, where that leads on to a model. */
import { argument, type Idioms, type Result } from '../flow/calls';
import { elementOf } from '../flow/collections';
import { library, type Value } from '../flow/values';
import { JAVASCRIPT } from '../signals';
import { moduleName } from './imports';

const first: Result = (args) => argument(args, 0)?.value;
const values: Result = (args) => {
  const of = first(args);
  return of?.is === 'items' || of?.is === 'record' ? { is: 'items', items: [elementOf(of)] } : of;
};
const entries: Result = (args) => ({
  is: 'items',
  items: [{ is: 'items', items: [undefined, elementOf(first(args))] }],
});
const required: Result = (args) => moduleOf(first(args));

export const IDIOMS: Idioms = {
  signals: JAVASCRIPT,
  results: {
    'builtins.require': required,
    'builtins.Promise.all': first,
    'builtins.Promise.resolve': first,
    'builtins.Object.freeze': first,
    'builtins.Object.values': values,
    'builtins.Object.entries': entries,
    'builtins.Array.from': first,
    'builtins.structuredClone': first,
    'builtins.String': first,
    'react.useMemo': called,
    'react.useRef': (args) => ({
      is: 'record',
      fields: new Map([['current', { value: first(args), written: '' }]]),
      open: false,
    }),
    'langsmith/wrappers.wrapOpenAI': first,
    'langsmith/wrappers.wrapSDK': first,
    'langfuse.observeOpenAI': first,
    'braintrust.wrapOpenAI': first,
    'braintrust.wrapAnthropic': first,
  },
  maker: undefined,
  // A client of OpenAI's library can be given another maker's as `provider`.
  addresses: ['baseURL', 'baseUrl', 'basePath', 'openAIApiBase', 'provider'],
  constructorName: 'constructor',
};

const BUILTINS = new Set(['require', 'Promise', 'Object', 'Array', 'structuredClone', 'String']);

/** Names every file knows and that matter here. */
export function builtin(name: string): Value | undefined {
  return BUILTINS.has(name) ? library(`builtins.${name}`) : undefined;
}

/** @param specifier as written in `import(…)` or `require(…)` */
export function moduleOf(specifier: Value | undefined): Value | undefined {
  return specifier?.is === 'text' ? library(moduleName(specifier.text)) : undefined;
}

/** What a callback gives back: `useMemo(() => new OpenAI(), [])`. */
function called(args: Parameters<Result>[0]): Value | undefined {
  const callback = first(args);
  return callback?.is === 'function' ? callback.of.returns : undefined;
}

/** Whether a value is something the file or the table can explain, rather than from code we don't see. */
export function explained(value: Value | undefined): boolean {
  return value !== undefined && (value.is !== 'library' || JAVASCRIPT.knows(value.root));
}
