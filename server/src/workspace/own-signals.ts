/** Calls of their own libraries that organizations list, for the code below each organization's file. */
import {
  argumentProblem,
  BUILT_IN,
  callProblem,
  withOwnSignals,
  type OwnSignal,
  type SignalTables,
} from '../code';
import type { AimsFile, Organization } from '../model/build';
import { folderOf } from './uri';

interface Scope {
  /** The same text for the same lines. */
  readonly key: string;
  readonly tables: SignalTables;
}

export class OwnSignals {
  #scopes: ReadonlyMap<string, Scope> = new Map();

  /** @returns folders below which code is to be read anew */
  update(files: Iterable<AimsFile>): readonly string[] {
    const before = this.#scopes;
    const lines = new Map<string, readonly OwnSignal[]>();
    for (const { uri, artefacts } of files)
      for (const artefact of artefacts)
        if (artefact.kind === 'organization') {
          const own = ownSignalsOf(artefact.body);
          const folder = folderOf(uri);
          if (own.length > 0) lines.set(folder, [...(lines.get(folder) ?? []), ...own]);
        }
    this.#scopes = new Map([...lines].map(([folder, own]) => [folder, scopeOf(before.get(folder), own)]));
    return [...new Set([...before.keys(), ...this.#scopes.keys()])].filter(
      (folder) => before.get(folder) !== this.#scopes.get(folder),
    );
  }

  /** Those of the nearest organization above the file that lists any, beside the built-in ones. */
  tablesFor(uri: string): SignalTables {
    if (this.#scopes.size === 0) return BUILT_IN;
    for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
      const scope = this.#scopes.get(folder);
      if (scope) return scope.tables;
      if (folderOf(folder) === folder) return BUILT_IN;
    }
  }
}

function scopeOf(before: Scope | undefined, lines: readonly OwnSignal[]): Scope {
  const key = JSON.stringify(lines);
  return before?.key === key ? before : { key, tables: withOwnSignals(lines) };
}

/** Lines that are right; what is wrong with the others has its own findings. */
function ownSignalsOf({ signals }: Organization): readonly OwnSignal[] {
  return (signals?.items ?? []).flatMap(({ call, kind, language, library, provider, target, revision }) => {
    if (!call || !kind || callProblem(call.value) !== undefined) return [];
    const named = { target: argumentsOf(target), revision: argumentsOf(revision) };
    return {
      call: call.value,
      kind: kind.value,
      ...(language ? { language: language.value } : {}),
      ...(library ? { library: library.value } : {}),
      ...(provider ? { provider: provider.value } : {}),
      ...(named.target.length > 0 ? { target: named.target } : {}),
      ...(named.revision.length > 0 ? { revision: named.revision } : {}),
    };
  });
}

const argumentsOf = (
  list: { readonly items: readonly { readonly value: string }[] } | undefined,
): readonly string[] =>
  (list?.items ?? []).flatMap(({ value }) => (argumentProblem(value) === undefined ? value : []));
