/** Text of `signals.yaml` -> text of `signals.generated.ts`, with every line checked. */
import { parse } from 'yaml';
import { rootsOf } from '../../server/src/code/pattern';
import type {
  CallLine,
  Convention,
  LanguageTable,
  ReadLine,
  SignalTable,
  TaskLine,
} from '../../server/src/code/signalTable';

const KINDS = ['model-load', 'dataset-load', 'ai-api-call', 'train', 'save', 'deploy', 'track'];
const CONDITIONS = ['given', 'unless-none', 'equals', 'named', 'outside'];
const MEANING = ['kind', 'library', 'provider', 'provider-from', 'target', 'revision', 'task-from'];
const CALL_KEYS = new Set(['call', ...CONDITIONS, ...MEANING]);
const CONVENTION_KEYS = new Set(['method', 'function', 'on', 'beside', ...CONDITIONS, ...MEANING]);

const TASK_KEYS = new Set(['call', 'task', 'unless-beside']);

type Entry = Record<string, unknown>;

interface LanguageSource {
  readonly calls: Entry[];
  readonly conventions: Entry[];
  /** None in JavaScript: what is trained there gets its data in other ways. */
  readonly reads?: Entry[];
  readonly aliases: Record<string, string>;
  readonly 'handed-on': string[];
  readonly fluent: string[];
}

interface TaskSource {
  readonly tasks: Entry[];
  readonly 'task-words': string[];
  readonly 'task-aliases': Record<string, string>;
}

/**
 * @param yaml text of `server/data/signals.yaml`
 * @returns text of the generated module, the same bytes for the same input
 * @throws Error naming the first line that is not understood
 */
export function compileSignals(yaml: string): string {
  const data = parse(yaml) as Record<'python' | 'javascript', LanguageSource> &
    Pick<SignalTable, 'words' | 'vendors' | 'addresses'> &
    TaskSource;
  const table: SignalTable = {
    python: compileLanguage(data.python),
    javascript: compileLanguage(data.javascript),
    ...compileTasks(data),
    words: data.words,
    vendors: data.vendors,
    addresses: data.addresses,
  };
  return [
    '// Generated from server/data/signals.yaml by scripts/generate-signals.ts. Do not edit.',
    "import type { SignalTable } from './signalTable';",
    '',
    `export const SIGNALS: SignalTable = ${print(table)};`,
    '',
  ].join('\n');
}

/** One object a line where it holds only scalars and lists, so that a changed line is one line of diff. */
function print(table: SignalTable): string {
  return [
    '{\n',
    `  python: ${printLanguage(table.python)},\n`,
    `  javascript: ${printLanguage(table.javascript)},\n`,
    `  tasks: [\n${table.tasks.map((line) => `    ${JSON.stringify(line)},\n`).join('')}  ],\n`,
    `  taskWords: ${JSON.stringify(table.taskWords)},\n`,
    `  taskAliases: ${JSON.stringify(table.taskAliases)},\n`,
    `  words: ${JSON.stringify(table.words)},\n`,
    `  vendors: ${JSON.stringify(table.vendors)},\n`,
    `  addresses: ${JSON.stringify(table.addresses)},\n`,
    '}',
  ].join('');
}

function printLanguage(table: LanguageTable): string {
  const section = (name: string, items: readonly unknown[]): string =>
    `    ${name}: [\n${items.map((item) => `      ${JSON.stringify(item)},\n`).join('')}    ],\n`;
  return [
    '{\n',
    section('calls', table.calls),
    section('conventions', table.conventions),
    section('reads', table.reads),
    `    aliases: ${JSON.stringify(table.aliases)},\n`,
    `    handedOn: ${JSON.stringify(table.handedOn)},\n`,
    `    fluent: ${JSON.stringify(table.fluent)},\n`,
    '  }',
  ].join('');
}

function compileTasks(source: TaskSource): Pick<SignalTable, 'tasks' | 'taskWords' | 'taskAliases'> {
  const words = source['task-words'];
  const aliases = source['task-aliases'];
  for (const [alias, task] of Object.entries(aliases))
    if (!words.includes(task)) throw unknown(alias, 'task', task);
  return {
    tasks: source.tasks.map((entry) => compileTask(entry, [...words, 'given', 'none'])),
    taskWords: words,
    taskAliases: aliases,
  };
}

function compileTask(entry: Entry, words: readonly string[]): TaskLine {
  const { call, task } = entry;
  if (typeof call !== 'string') throw new Error(`a task without "call": ${JSON.stringify(entry)}`);
  for (const key of Object.keys(entry)) if (!TASK_KEYS.has(key)) throw unknown(call, 'key', key);
  if (typeof task !== 'string' || !words.includes(task)) throw unknown(call, 'task', task);
  return dropUndefined({ call, task, unlessBeside: entry['unless-beside'] }) as unknown as TaskLine;
}

function compileLanguage(source: LanguageSource): LanguageTable {
  return {
    calls: source.calls.map(compileCall),
    conventions: source.conventions.map(compileConvention),
    reads: (source.reads ?? []).map(compileRead),
    aliases: source.aliases,
    handedOn: source['handed-on'],
    fluent: source.fluent,
  };
}

function compileCall(entry: Entry): CallLine {
  const call = entry.call;
  if (typeof call !== 'string') throw new Error(`a line without "call": ${JSON.stringify(entry)}`);
  const rest = checked(entry, call, CALL_KEYS);
  if (entry.kind !== 'none' && !KINDS.includes(String(entry.kind))) throw unknown(call, 'kind', entry.kind);
  if (rootsOf(call).some((root) => root === '' || root.includes('*')))
    throw new Error(`${call}: the library itself must be named`);
  return { call, ...rest } as CallLine;
}

function compileConvention(entry: Entry): Convention {
  const name = String(entry.method ?? entry.function);
  if (!KINDS.includes(String(entry.kind))) throw unknown(name, 'kind', entry.kind);
  if (!entry.beside && !entry.library) throw new Error(`${name}: "beside" or "library" is missing`);
  const { method, on, beside } = entry;
  const own = { method, function: entry.function, on, beside };
  return { ...dropUndefined(own), ...checked(entry, name, CONVENTION_KEYS) } as unknown as Convention;
}

function compileRead({ call, target, ...others }: Entry): ReadLine {
  if (typeof call !== 'string') throw new Error(`a reader without "call"`);
  if (!Array.isArray(target)) throw new Error(`${call}: "target" is missing`);
  for (const key of Object.keys(others)) throw unknown(call, 'key', key);
  return { call, target: target as ReadLine['target'] };
}

function checked(entry: Entry, name: string, allowed: ReadonlySet<string>): Entry {
  for (const key of Object.keys(entry)) if (!allowed.has(key)) throw unknown(name, 'key', key);
  const { kind, library, provider, target, revision, given, named, outside } = entry;
  const providerFrom = entry['provider-from'];
  const equals =
    entry.equals &&
    Object.fromEntries(Object.entries(entry.equals).map(([key, text]) => [key, [text].flat()]));
  if (named !== undefined && named !== 'model' && named !== 'not-data') throw unknown(name, 'named', named);
  if (providerFrom !== undefined && providerFrom !== 'name' && providerFrom !== 'target')
    throw unknown(name, 'provider-from', providerFrom);
  return dropUndefined({
    kind,
    library,
    provider,
    providerFrom,
    target,
    revision,
    taskFrom: entry['task-from'],
    given,
    unlessNone: entry['unless-none'],
    equals,
    named,
    outside,
  });
}

function dropUndefined(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

function unknown(line: string, what: string, value: unknown): Error {
  return new Error(`${line}: ${what} "${String(value)}" is not known`);
}
