/** Decides which calls are signals. */
import type { LineIndex } from '../lines';
import { SIGNALS } from '../signals.generated';
import { canonical, linesFor, speaksOf, explained } from '../signals';
import type { ArgumentName, CallConditions, Convention } from '../signalTable';
import type { Signal, SignalKind } from '../types';
import { argument, type Argument, type Call } from './calls';
import type { Report } from './statements';
import type { NodeId, PyTree } from './tree';

interface Match extends CallConditions {
  readonly kind: SignalKind | 'none';
  readonly library: string;
  readonly provider?: string;
  readonly target?: readonly ArgumentName[];
}

export class SignalCollector {
  private readonly imported = new Set<string>();

  /** For the first reading: only what is imported counts. */
  readonly learning: Report = {
    call: () => undefined,
    import: (module) => this.imported.add(`${canonical(module)}.`),
  };

  /** For the second reading of one source. */
  from(lines: LineIndex): Report & { readonly signals: Signal[] } {
    const signals: Signal[] = [];
    return {
      signals,
      import: () => undefined,
      call: (call, tree) => {
        const signal = this.signalOf(call, tree, lines);
        if (signal) signals.push(signal);
      },
    };
  }

  private signalOf(call: Call, tree: PyTree, lines: LineIndex): Signal | undefined {
    if (call.value && call.value.is !== 'library') return undefined;
    const path = call.value?.path;
    const lineMatches = path === undefined ? [] : linesFor(path);
    const match: Match | undefined =
      lineMatches.find((line) => holds(line, call)) ?? this.conventionOf(call, tree, lineMatches.length > 0);
    if (!match || match.kind === 'none') return undefined;
    const target = targetOf(call.args, match.target);
    const provider = call.value?.endpoint === undefined ? match.provider : undefined;
    return {
      kind: match.kind,
      library: match.library,
      callee: (path === undefined ? tree.source(call.callee) : canonical(path)).replaceAll(/\(\)|\.?\[\]/g, ''),
      ...(provider === undefined ? {} : { provider }),
      ...(target === undefined ? {} : { target }),
      range: nameRange(tree, call.callee, lines),
    };
  }

  private imports(library: string): boolean {
    return [...this.imported].some((module) => module.startsWith(`${library}.`));
  }

  private conventionOf(call: Call, tree: PyTree, known: boolean): Match | undefined {
    if (known) return undefined;
    for (const convention of SIGNALS.conventions) {
      const library =
        convention.beside?.find((name) => this.imports(name)) ?? (convention.beside ? undefined : '');
      if (library !== undefined && fits(convention, call, tree) && holds(convention, call))
        return { library, ...convention };
    }
    return undefined;
  }
}

function fits(convention: Convention, call: Call, tree: PyTree): boolean {
  if (convention.function !== undefined) {
    const path = call.value?.is === 'library' ? call.value.path : '';
    return path.endsWith(`.${convention.function}`) && !path.includes('(') && !explained(call.value);
  }
  if (call.method === undefined || !convention.method?.endsWith(call.method)) return false;
  if (!`.${tree.source(call.callee).replaceAll(/\s/g, '')}`.endsWith(`.${convention.method}`)) return false;
  const name = call.receiverName ?? '';
  switch (convention.on) {
    case 'model':
      return speaksOf(name, 'model') && !speaksOf(name, 'preprocessing');
    case 'optimizer':
      return speaksOf(name, 'optimizer');
    case 'not-preprocessing':
      return !speaksOf(name, 'preprocessing');
    default:
      return true;
  }
}

function holds(conditions: CallConditions, call: Call): boolean {
  const { given, unlessNone, equals, named } = conditions;
  const { args } = call;
  if (given && !given.some((name) => isGiven(argument(args, name)))) return false;
  if (unlessNone !== undefined && isNothing(argument(args, unlessNone))) return false;
  for (const [name, texts] of Object.entries(equals ?? {})) {
    const value = argument(args, /^\d+$/.test(name) ? Number(name) : name)?.value;
    if (value?.is !== 'text' || !texts.includes(value.text)) return false;
  }
  return named === undefined || isNamed(named, call);
}

function isGiven(arg: Argument | undefined): boolean {
  return arg !== undefined && !isNothing(arg);
}

function isNothing(arg: Argument | undefined): boolean {
  return arg?.written === 'None' || arg?.written === 'False';
}

/** Asks the names around a call, the nearest first; the first that says model or data decides. */
function isNamed(named: 'model' | 'not-data', call: Call): boolean {
  for (const arg of call.args) {
    if (arg.value?.is === 'library' && isTrained(arg.value.path)) return true;
  }
  const names = [call.goesTo, ...call.args.flatMap(namesOf)];
  for (const name of names) {
    if (speaksOf(name, 'model')) return true;
    if (speaksOf(name, 'data')) return false;
  }
  return named === 'not-data';
}

/** An object that can be trained is a model, whatever the variable is called. */
function isTrained(path: string): boolean {
  return path.endsWith('()') && linesFor(`${path}.fit`).some(({ kind }) => kind === 'train');
}

function namesOf(arg: Argument): string[] {
  const { value } = arg;
  if (value?.is === 'file') return [value.text ?? value.written];
  return value?.is === 'text' ? [arg.written, value.text] : [arg.written];
}

function targetOf(args: readonly Argument[], names: readonly ArgumentName[] | undefined): string | undefined {
  const value = names?.map((name) => argument(args, name)).find((arg) => arg !== undefined)?.value;
  return value?.is === 'text' || value?.is === 'file' ? value.text : undefined;
}

/** `AutoModel.from_pretrained` in full; behind a call only the method's name, since what comes before may be long. */
function nameRange(tree: PyTree, callee: NodeId, lines: LineIndex): Signal['range'] {
  const full = lines.rangeOf(tree.from(callee), tree.to(callee));
  const property = tree.child(callee, 'PropertyName');
  const plain = /^[\w.]+$/u.test(tree.source(callee)) || tree.name(callee) === 'VariableName';
  if (plain) return full;
  if (property >= 0) return lines.rangeOf(tree.from(property), tree.to(property));
  return full.start.line === full.end.line ? full : { start: full.start, end: full.start };
}
