/** Decides which calls are signals. */
import type { LineIndex } from '../lines';
import { canonical, libraryNamed, linesFor } from '../signals';
import type { ArgumentName, CallLine, Convention } from '../signalTable';
import type { Signal } from '../types';
import { argument, type Argument, type Call } from './calls';
import { holds } from './conditions';
import { conventionsFor, Imports } from './conventions';
import type { Report } from './statements';
import type { NodeId, PyTree } from './tree';

export class SignalCollector {
  private readonly imports = new Imports();
  private readonly lines = new Map<string, CallLine[]>();

  /** For the first reading: only what is imported counts. */
  readonly learning: Report = {
    call: () => undefined,
    import: (module) => this.imports.add(module),
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
    const candidates = path === undefined ? [] : this.linesOf(path);
    const line = candidates.find((each) => holds(each, call));
    const match = line ?? (candidates.length === 0 ? this.conventionOf(call, tree) : undefined);
    if (!match || match.kind === 'none') return undefined;
    const target = targetOf(call.args, match.target);
    const provider = call.value?.endpoint === undefined ? match.provider : undefined;
    return {
      kind: match.kind,
      library: match.library ?? '',
      callee:
        path === undefined ? writtenCallee(call, tree) : canonical(path).replaceAll(/\(\)|\.?\[\]/g, ''),
      ...(provider === undefined ? {} : { provider }),
      ...(target === undefined ? {} : { target }),
      range: nameRange(tree, call.callee, lines),
    };
  }

  private linesOf(path: string): CallLine[] {
    let lines = this.lines.get(path);
    if (!lines) this.lines.set(path, (lines = linesFor(path)));
    return lines;
  }

  private conventionOf(call: Call, tree: PyTree): Convention | undefined {
    for (const convention of conventionsFor(call, tree)) {
      const beside = convention.beside && this.imports.firstOf(convention.beside);
      if ((convention.beside && beside === undefined) || !holds(convention, call)) continue;
      return beside === undefined ? convention : { library: libraryNamed(beside), ...convention };
    }
    return undefined;
  }
}

function targetOf(args: readonly Argument[], names: readonly ArgumentName[] | undefined): string | undefined {
  const value = names?.map((name) => argument(args, name)).find((arg) => arg !== undefined)?.value;
  return value?.is === 'text' || value?.is === 'file' ? value.text : undefined;
}

function writtenCallee(call: Call, tree: PyTree): string {
  if (call.method === undefined) return tree.source(call.callee);
  return call.receiverName === undefined ? call.method : `${call.receiverName}.${call.method}`;
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
