/** Text of `signals.yaml` -> text of `signals.generated.ts`, with every line checked. */
import { parse } from 'yaml';
import type { CallLine, Convention, SignalTable } from '../../server/src/code/signalTable';

const KINDS = ['model-load', 'dataset-load', 'ai-api-call', 'train', 'save', 'deploy', 'track'];
const CONDITIONS = ['given', 'unless-none', 'equals', 'named', 'kind', 'library', 'provider', 'target'];
const CALL_KEYS = new Set(['call', ...CONDITIONS]);
const CONVENTION_KEYS = new Set(['method', 'function', 'on', 'beside', ...CONDITIONS]);

type Entry = Record<string, unknown>;

/**
 * @param yaml text of `server/data/signals.yaml`
 * @returns text of the generated module, the same bytes for the same input
 * @throws Error naming the first line that is not understood
 */
export function compileSignals(yaml: string): string {
  const data = parse(yaml) as {
    calls: Entry[];
    conventions: Entry[];
    aliases: Record<string, string>;
    'handed-on': string[];
    fluent: string[];
    words: SignalTable['words'];
  };
  const table: SignalTable = {
    calls: data.calls.flatMap(compileCall),
    conventions: data.conventions.map(compileConvention),
    aliases: data.aliases,
    handedOn: data['handed-on'],
    fluent: data.fluent,
    words: data.words,
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
  const section = (name: string, items: readonly unknown[]): string =>
    `  ${name}: [\n${items.map((item) => `    ${JSON.stringify(item)},\n`).join('')}  ],\n`;
  return [
    '{\n',
    section('calls', table.calls),
    section('conventions', table.conventions),
    `  aliases: ${JSON.stringify(table.aliases)},\n`,
    `  handedOn: ${JSON.stringify(table.handedOn)},\n`,
    `  fluent: ${JSON.stringify(table.fluent)},\n`,
    `  words: ${JSON.stringify(table.words)},\n`,
    '}',
  ].join('');
}

function compileCall(entry: Entry): CallLine[] {
  const pattern = entry.call;
  if (typeof pattern !== 'string') throw new Error(`a line without "call": ${JSON.stringify(entry)}`);
  const rest = checked(entry, pattern, CALL_KEYS);
  if (entry.kind !== 'none' && !KINDS.includes(String(entry.kind)))
    throw unknown(pattern, 'kind', entry.kind);
  return expandRoot(pattern).map((call) => {
    if (/^[^.]*\*/.test(call)) throw new Error(`${pattern}: the library itself must be named`);
    return { call, library: libraryOf(call), ...rest } as CallLine;
  });
}

function compileConvention(entry: Entry): Convention {
  const name = String(entry.method ?? entry.function);
  if (!KINDS.includes(String(entry.kind))) throw unknown(name, 'kind', entry.kind);
  if (!entry.beside && !entry.library) throw new Error(`${name}: "beside" or "library" is missing`);
  const { method, on, beside } = entry;
  const own = { method, function: entry.function, on, beside };
  return { ...dropUndefined(own), ...checked(entry, name, CONVENTION_KEYS) } as unknown as Convention;
}

function checked(entry: Entry, name: string, allowed: ReadonlySet<string>): Entry {
  for (const key of Object.keys(entry)) if (!allowed.has(key)) throw unknown(name, 'key', key);
  const { kind, library, provider, target, given, named } = entry;
  const equals =
    entry.equals &&
    Object.fromEntries(Object.entries(entry.equals).map(([key, text]) => [key, [text].flat()]));
  if (named !== undefined && named !== 'model' && named !== 'not-data') throw unknown(name, 'named', named);
  return dropUndefined({
    kind,
    library,
    provider,
    target,
    given,
    unlessNone: entry['unless-none'],
    equals,
    named,
  });
}

function dropUndefined(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

/** The distribution a call belongs to, where the line does not say: its first name. */
function libraryOf(call: string): string {
  return call.slice(0, call.indexOf('.')).replaceAll('_', '-');
}

/** `{a,b}.c` -> `a.c`, `b.c`: the first name is what lines are looked up by. */
function expandRoot(pattern: string): string[] {
  const braces = /^\{([^}]*)\}/.exec(pattern);
  if (!braces) return [pattern];
  return (braces[1] ?? '').split(',').map((root) => root.trim() + pattern.slice(braces[0].length));
}

function unknown(line: string, what: string, value: unknown): Error {
  return new Error(`${line}: ${what} "${String(value)}" is not known`);
}
