/** Calls on objects the file does not explain, where the method and what the object is called decide. */
import { SIGNALS } from '../signals.generated';
import { canonical, explained } from '../signals';
import type { Convention } from '../signalTable';
import { speaksOf } from '../words';
import type { Call } from './calls';
import type { PyTree } from './tree';

const functions = SIGNALS.conventions.filter((each) => each.function !== undefined);
const byMethod = new Map<string, Convention[]>();
for (const each of SIGNALS.conventions) {
  if (each.method === undefined) continue;
  const method = lastName(each.method);
  byMethod.set(method, [...(byMethod.get(method) ?? []), each]);
}

/** Which libraries a file imports. */
export class Imports {
  private readonly modules = new Set<string>();

  /** @param module dotted name as an import statement writes it */
  add(module: string): void {
    this.modules.add(`${canonical(module)}.`);
  }

  /** The first of the libraries that is imported, whole or in part. */
  firstOf(libraries: readonly string[]): string | undefined {
    const modules = [...this.modules];
    return libraries.find((library) => modules.some((module) => module.startsWith(`${library}.`)));
  }
}

/** The conventions whose names fit a call, in order of the table. */
export function conventionsFor(call: Call, tree: PyTree): readonly Convention[] {
  if (call.method !== undefined) {
    const known = byMethod.get(call.method)?.filter((each) => methodFits(each, call, tree)) ?? [];
    if (known.length > 0) return known;
  }
  const path = call.value?.is === 'library' && !explained(call.value) ? call.value.path : '';
  if (path === '' || path.includes('(')) return [];
  return functions.filter((each) => path.endsWith(`.${each.function ?? ''}`));
}

function methodFits({ method = '', on }: Convention, call: Call, tree: PyTree): boolean {
  if (method.includes('.') && !`.${tree.source(call.callee).replaceAll(/\s/g, '')}`.endsWith(`.${method}`))
    return false;
  const name = call.receiverName ?? '';
  switch (on) {
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

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}
