/** Calls on objects the file does not explain, where the method and what the object is called decide. */
import type { Signals } from '../signals';
import type { Convention } from '../signalTable';
import { speaksOf } from '../words';
import type { Call } from './calls';
import type { SyntaxTree } from './tree';

/** Which libraries a file imports. */
export class Imports {
  private readonly modules = new Set<string>();

  /** @param module canonical dotted name */
  add(module: string): void {
    this.modules.add(module);
  }

  /** The first of the libraries that is imported, whole or in part. */
  firstOf(libraries: readonly string[]): string | undefined {
    const modules = [...this.modules];
    return libraries.find((library) =>
      modules.some(
        (module) =>
          module === library || module.startsWith(`${library}.`) || module.startsWith(`${library}/`),
      ),
    );
  }
}

/** The conventions of a language, by what they are recognised by. */
export class Conventions {
  private readonly signals: Signals;
  private readonly functions: readonly Convention[];
  private readonly byMethod = new Map<string, Convention[]>();

  constructor(signals: Signals) {
    this.signals = signals;
    this.functions = signals.conventions.filter((each) => each.function !== undefined);
    for (const each of signals.conventions) {
      if (each.method === undefined) continue;
      const method = lastName(each.method);
      this.byMethod.set(method, [...(this.byMethod.get(method) ?? []), each]);
    }
  }

  /** Those whose names fit a call, in order of the table. */
  fitting(call: Call, tree: SyntaxTree): readonly Convention[] {
    if (call.method !== undefined) {
      const known = this.byMethod.get(call.method)?.filter((each) => methodFits(each, call, tree)) ?? [];
      if (known.length > 0) return known;
    }
    if (call.value?.is !== 'library' || this.signals.knows(call.value.root)) return [];
    const { path } = call.value;
    return path.includes('(')
      ? []
      : this.functions.filter((each) => path.endsWith(`.${each.function ?? ''}`));
  }
}

function methodFits({ method = '', on }: Convention, call: Call, tree: SyntaxTree): boolean {
  if (method.includes('.') && !`.${tree.source(call.callee).replaceAll(/\s/g, '')}`.endsWith(`.${method}`))
    return false;
  const name = call.receiverName ?? '';
  switch (on) {
    case 'model':
      return speaksOf(name, 'model') && !speaksOf(name, 'preprocessing');
    case 'optimizer':
      return speaksOf(name, 'optimizer');
    case 'instance':
      // `Copy.backward(ctx, grad)`: a function that lies in a class.
      return !/^[A-Z][a-z]/.test(name);
    case 'not-preprocessing':
      return !speaksOf(name, 'preprocessing');
    default:
      return true;
  }
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}
