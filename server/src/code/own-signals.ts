/** Calls of a user's own libraries, in the same words as `signals.yaml`, beside those of the table. */
import { tr } from '../l10n/tr';
import type { Language } from './language';
import { rootsOf } from './pattern';
import { JAVASCRIPT, PYTHON, Signals } from './signals';
import { SIGNALS } from './signals.generated';
import type { ArgumentName, CallLine } from './signalTable';
import type { SignalKind } from './types';

/** One line, as somebody writes it. */
export interface OwnSignal {
  readonly call: string;
  readonly kind: SignalKind;
  /** Default: Python. Of JavaScript are TypeScript too. */
  readonly language?: 'python' | 'javascript';
  readonly library?: string;
  readonly provider?: string;
  /** Names of arguments, or positions from 0 as digits. */
  readonly target?: readonly string[];
  readonly revision?: readonly string[];
}

/** What code is read with. */
export interface SignalTables {
  readonly python: Signals;
  readonly javascript: Signals;
  /** May a text hold one of the user's own? True too where it only looks like it. */
  mayHaveOwn(text: string, language: Language): boolean;
}

export const BUILT_IN: SignalTables = { python: PYTHON, javascript: JAVASCRIPT, mayHaveOwn: () => false };

/** @param lines all right by `callProblem`; they go before those of the table, so that they can say otherwise */
export function withOwnSignals(lines: readonly OwnSignal[]): SignalTables {
  if (lines.length === 0) return BUILT_IN;
  const python = lines.filter(({ language }) => language !== 'javascript');
  const javascript = lines.filter(({ language }) => language === 'javascript');
  const roots = { python: allRoots(python), javascript: allRoots(javascript) };
  return {
    python: tableOf(PYTHON, SIGNALS.python, python),
    javascript: tableOf(JAVASCRIPT, SIGNALS.javascript, javascript),
    mayHaveOwn: (text, language) =>
      roots[language === 'python' || language === 'notebook' ? 'python' : 'javascript'].some((root) =>
        text.includes(root),
      ),
  };
}

const tableOf = (builtIn: Signals, table: (typeof SIGNALS)['python'], own: readonly OwnSignal[]): Signals =>
  own.length === 0 ? builtIn : new Signals({ ...table, calls: [...own.map(lineOf), ...table.calls] });

const lineOf = ({ call, kind, library, provider, target, revision }: OwnSignal): CallLine => ({
  call,
  kind,
  ...(library === undefined ? {} : { library }),
  ...(provider === undefined ? {} : { provider }),
  ...(target ? { target: target.map(argumentOf) } : {}),
  ...(revision ? { revision: revision.map(argumentOf) } : {}),
});

const argumentOf = (text: string): ArgumentName => (/^\d+$/.test(text) ? Number(text) : text);

const allRoots = (lines: readonly OwnSignal[]): readonly string[] => [
  ...new Set(lines.flatMap(({ call }) => rootsOf(call))),
];

const LONGEST = 200;
/** Each may try every part of a long name. */
const MOST_STARS = 3;

/**
 * What is wrong with the pattern of a call, as a sentence with what to write.
 * @returns undefined where it can be used
 */
export function callProblem(call: string): string | undefined {
  if (call.length > LONGEST) return tr('A call is written in at most {0} characters.', LONGEST);
  const sign = /[^\w.*{},()[\]@/$-]/u.exec(call)?.[0];
  if (sign !== undefined)
    return sign === ' '
      ? tr('A call has no blank in it: write acme.load_model.')
      : tr('A call has no {0} in it: write acme.load_model.', sign);
  if (!hasPairs(call)) return tr('A bracket in the call is not closed, or was never opened.');
  if (rootsOf(call).some((root) => !/^(?:[A-Za-z_$][\w$-]*|@[\w.-]+\/[\w.-]+)$/.test(root)))
    return tr(
      'A call begins with the name of the library as it is imported: acme.load_model, @acme/ai.load.',
    );
  if (!/[.)]/.test(call.replace(/^\{[^{}]*\}/, '')))
    return tr('Behind the library stands what is called: acme.load_model.');
  if (call.split('**').length - 1 > MOST_STARS) return tr('A call has at most {0} times **.', MOST_STARS);
  return undefined;
}

/** Pairs of brackets; braces do not stand inside braces. */
function hasPairs(call: string): boolean {
  const open: string[] = [];
  for (const sign of call) {
    if (sign === '{' && open.includes('{')) return false;
    if ('({['.includes(sign)) open.push(sign);
    else if (')}]'.includes(sign) && PAIRS[open.pop() ?? ''] !== sign) return false;
  }
  return open.length === 0;
}

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** What is wrong with the name of an argument. */
export const argumentProblem = (text: string): string | undefined =>
  /^(?:\d{1,2}|[A-Za-z_$][\w$]*)$/.test(text)
    ? undefined
    : tr('An argument is named as in the call (model), or by its position from 0.');
