/** Who answers to an id: a file sees its own ids, those of its organization, and those of the files joined to it. */
import type { AimsFile } from '../model/build';
import type { EntityKind } from '../schema/field';
import { groupBy } from './group-by';
import type { Joined } from './join';
import type { FoundDefinition } from './snapshot';

const perFile = new WeakMap<AimsFile, ReadonlyMap<EntityKind, readonly FoundDefinition[]>>();

function definitionsOf(file: AimsFile): ReadonlyMap<EntityKind, readonly FoundDefinition[]> {
  let found = perFile.get(file);
  if (!found) {
    found = groupBy(
      file.artefacts.flatMap((artefact) => artefact.definitions),
      (definition) => definition.of,
    );
    perFile.set(file, found);
  }
  return found;
}

/** Kinds that are known by id across the whole workspace. */
const WORKSPACE_WIDE: ReadonlySet<EntityKind> = new Set<EntityKind>(['system', 'assessment', 'organization']);

export class Lookup {
  readonly #files: ReadonlyMap<string, AimsFile>;
  readonly #neighbours = new Map<string, Set<string>>();
  readonly #byId = new Map<EntityKind, ReadonlyMap<string, FoundDefinition>>();
  /** Which files a file's ids are looked up in: asked once for each reference in it. */
  readonly #scopes = new Map<string, readonly AimsFile[]>();
  #all: AimsFile[] | undefined;

  constructor(files: ReadonlyMap<string, AimsFile>, joined: Joined) {
    this.#files = files;
    for (const system of joined.systems) {
      const organization = system.organization.kind === 'found' ? [system.organization.uri] : [];
      const assessments = system.assessments.map((entry) => entry.uri);
      this.#connect(system.uri, [...organization, ...assessments]);
      for (const uri of assessments) this.#connect(uri, [system.uri, ...organization]);
      for (const uri of organization) this.#connect(uri, [system.uri, ...assessments]);
    }
  }

  #connect(from: string, to: readonly string[]): void {
    let set = this.#neighbours.get(from);
    if (!set) this.#neighbours.set(from, (set = new Set()));
    for (const uri of to) if (uri !== from) set.add(uri);
  }

  #scope(kind: EntityKind, uri: string): readonly AimsFile[] {
    if (WORKSPACE_WIDE.has(kind)) return (this.#all ??= [...this.#files.values()]);
    let scope = this.#scopes.get(uri);
    if (!scope) {
      scope = [uri, ...(this.#neighbours.get(uri) ?? [])].flatMap((each) => this.#files.get(each) ?? []);
      this.#scopes.set(uri, scope);
    }
    return scope;
  }

  /** The definition an id means here; own file first, but for what is known across the workspace. */
  find(kind: EntityKind, id: string, uri: string): FoundDefinition | undefined {
    if (WORKSPACE_WIDE.has(kind)) return this.#acrossWorkspace(kind).get(id);
    for (const file of this.#scope(kind, uri)) {
      const found = definitionsOf(file)
        .get(kind)
        ?.find((definition) => definition.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** The first definition of each id: a thousand assessments that name their system do not search a thousand files each. */
  #acrossWorkspace(kind: EntityKind): ReadonlyMap<string, FoundDefinition> {
    let first = this.#byId.get(kind);
    if (!first) {
      const found = this.#scope(kind, '').flatMap((file) => definitionsOf(file).get(kind) ?? []);
      first = new Map(found.reverse().map((definition) => [definition.id, definition]));
      this.#byId.set(kind, first);
    }
    return first;
  }

  /** Would every definition an id could mean have been seen? Not where a file of its scope was read only in part. */
  isWhole(kind: EntityKind, uri: string): boolean {
    return this.#scope(kind, uri).every(({ artefacts }) =>
      artefacts.every(
        ({ yaml, kind: known }) => yaml.complete && (known !== undefined || yaml.shape === 'empty'),
      ),
    );
  }

  candidates(kind: EntityKind, uri: string): readonly FoundDefinition[] {
    return this.#scope(kind, uri).flatMap((file) => definitionsOf(file).get(kind) ?? []);
  }
}
