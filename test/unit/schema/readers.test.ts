/**
 * Every key of the format does something: a verdict, finding, fix or view reads it, or a check of names and files covers
 * it, or the reference says that it is only recorded. Both ways round: what is called recorded is read by nothing.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sharedShapes } from '../../../scripts/schema/shared-shapes';
import { statusText } from '../../../server/src/cli/status-text';
import { bodyOf, NAME_KEYS } from '../../../server/src/features/entity-name';
import { summarizeSystems } from '../../../server/src/features/systems';
import { treeChildren } from '../../../server/src/features/tree';
import { isKept } from '../../../server/src/model/kept-paths';
import { isClaimed } from '../../../server/src/rules/shared-paths';
import { childField, formats, KINDS, type Kind } from '../../../server/src/schema';
import type { Field } from '../../../server/src/schema/field';
import { keyPaths } from '../../../server/src/schema/key-paths';
import { createLanguageService } from '../../../server/src/service';
import type { Route, SyntaxNode } from '../../../server/src/syntax/types';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import type { Snapshot } from '../../../server/src/workspace/snapshot';

const REPOSITORY = join(import.meta.dirname, '../../..');
const WORKSPACES = ['examples/northwind', 'test/fixtures/format/every-key'];
/** Some things are looked at only once they are late, others only while they are not. */
const DAYS = ['2026-11-01', '2030-01-01'];

/** Walks that go through every key, whatever it is called: to be walked over is not to be read. */
const WALKERS = new Set([
  'hasContent',
  'mergeBlocks',
  'mergeLists',
  'mergeNodes',
  'idOf',
  'scaleWords',
  // What an approval covers is whatever is written.
  'meaningOf',
  'meaningOfBlock',
  'ownParts',
]);

/** Steps between a walker and the key: callbacks, and the lookup of a key whose name is in a variable. */
const isStep = (frame: string): boolean => /^(?:child$|Array\.|Map\.|Set\.|Object\.|<anonymous>)/.test(frame);

/** Name of the function that reads a key, from the stack of the observer. */
function reader(stack: string): string {
  const frames = stack
    .split('\n')
    .slice(1)
    .map((line) => /^\s+at (?:async )?(?:(\S+(?: \[as \S+\])?) \()?/.exec(line)?.[1] ?? '<anonymous>');
  // The first two are the observer and the property it watches.
  return frames.slice(2).find((frame) => !isStep(frame)) ?? '';
}

const formsOf = (field: Field<unknown>): readonly Field<unknown>[] => [
  field,
  ...(field.shape.is === 'either' ? field.shape.forms.flatMap(formsOf) : []),
];

const isDictionary = (field: Field<unknown>): boolean =>
  formsOf(field).some(({ shape }) => shape.is === 'dictionary');

const holdsKeys = (field: Field<unknown>): boolean =>
  formsOf(field).some(({ shape }) =>
    shape.is === 'list' || shape.is === 'dictionary' ? holdsKeys(shape.of) : shape.is === 'block',
  );

const SHARED = sharedShapes();

/** Where a route leads, with `[]` and `*`; a part of the format that stands in several places is one thing. */
function homeOf(kind: Kind, route: Route): string {
  let field: Field<unknown> | undefined = formats[kind];
  let home: string = kind;
  for (const step of route) {
    const name = typeof step === 'number' ? '[]' : field && isDictionary(field) ? '*' : step;
    field = field && childField(field, step);
    const shared = field && formsOf(field).find(({ shape }) => SHARED.has(shape));
    home = (shared && SHARED.get(shared.shape)) ?? `${home}.${name}`;
    // What a profile holds is read as part of the card that starts from it.
    if (home === 'organization.profiles.*') home = 'system';
  }
  return home;
}

const homeOfPath = (kind: Kind, path: string): string =>
  homeOf(
    kind,
    path
      .replaceAll('[]', '.[]')
      .split('.')
      .map((step) => (step === '[]' ? 0 : step)),
  );

/** Every route written in the file, from the syntax, so that looking does not count as reading. */
function* routesIn(node: SyntaxNode | undefined, route: Route): Generator<Route> {
  if (route.length > 0) yield route;
  if (node?.kind === 'list')
    for (const [index, item] of node.items.entries()) yield* routesIn(item, [...route, index]);
  if (node?.kind === 'map')
    for (const { key, value } of node.entries) yield* routesIn(value, [...route, key.text]);
}

interface Seen {
  readonly written: Set<string>;
  /** By something that knows the key. */
  readonly read: Set<string>;
  /** By what looks after all ids, references and paths alike. */
  readonly checked: Set<string>;
}

const textsOf = (workspace: string): Readonly<Record<string, string>> => {
  const folder = join(REPOSITORY, workspace);
  const files = globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
};

function note(snapshot: Snapshot, day: string, { written, checked }: Seen): void {
  for (const { artefacts } of snapshot.files.values())
    for (const artefact of artefacts) {
      const { kind, yaml } = artefact;
      if (!kind) continue;
      for (const { key, value } of yaml.blocks)
        for (const route of routesIn(value, [key.text])) written.add(homeOf(kind, route));
      for (const { place } of [
        ...artefact.definitions,
        ...artefact.references,
        ...artefact.paths.filter((path) => isKept(path.place.route) && isClaimed(artefact, path, day)),
      ])
        checked.add(homeOf(kind, withoutIndex(place.route)));
      // What has an id is called by its name wherever it is spoken of.
      for (const definition of artefact.definitions) {
        const named = NAME_KEYS.find((key) =>
          bodyOf(snapshot, definition)?.entries.some((entry) => entry.key.text === key),
        );
        if (named !== undefined) checked.add(homeOf(kind, [...definition.place.route.slice(0, -1), named]));
      }
    }
}

/** The key that holds a list's items. */
const withoutIndex = (route: Route): Route =>
  typeof route.at(-1) === 'number' ? withoutIndex(route.slice(0, -1)) : route;

/** Uses a workspace in every way the product has. */
async function use(workspace: string, day: string, seen: Seen): Promise<void> {
  const service = createLanguageService({
    host: new MemoryHost(textsOf(workspace)),
    clock: { today: () => day },
    log: { warn: (message) => assert.fail(message) },
    observer: (path, kind) => {
      if (!WALKERS.has(reader(new Error().stack ?? ''))) seen.read.add(homeOfPath(kind, path));
    },
  });
  const snapshot = await service.snapshot();
  note(snapshot, day, seen);
  statusText(service.status(snapshot), { day, color: false, given: '.' });
  summarizeSystems(snapshot, () => day);
  const nodes = [...treeChildren(snapshot, () => day, {})];
  for (let node = nodes.pop(); node; node = nodes.pop())
    if (node.hasChildren) nodes.push(...treeChildren(snapshot, () => day, { node: node.id }));
  for (const uri of service.files(snapshot))
    for (const finding of service.findings(snapshot, uri)) service.fixes(snapshot, finding);
}

describe('every key of the format has a reader', function () {
  this.timeout(60_000);

  const keys = KINDS.flatMap((kind) =>
    keyPaths(kind).map(({ path, field }) => ({ home: homeOfPath(kind, path), field })),
  );
  /** Keys with a value of their own: what holds other keys is read through them. */
  const homes = [...new Set(keys.flatMap(({ home, field }) => (holdsKeys(field) ? [] : [home])))];
  const marked = keys.flatMap(({ home, field }) => (field.recordedOnly ? [home] : []));
  /** Recorded itself, or inside something recorded. */
  const isRecorded = (home: string): boolean =>
    marked.some((outer) => home === outer || home.startsWith(`${outer}.`));
  /** Words of the organization's scales: one rule compares all of them with the scale. */
  const isScaleWord = (home: string): boolean =>
    keys.some(
      ({ home: other, field }) =>
        other === home && field.shape.is === 'scalar' && field.shape.format === 'scale',
    );
  /** Read before there is anything to judge: what the file is. */
  const isFraming = (home: string): boolean => /^[a-z-]+\.(?:aims|kind)$/.test(home);
  const seen: Seen = { written: new Set(), read: new Set(), checked: new Set() };

  before(async () => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 16;
    for (const workspace of WORKSPACES) for (const day of DAYS) await use(workspace, day, seen);
    Error.stackTraceLimit = stackTraceLimit;
  });

  it('the workspaces looked at have every key', () => {
    assert.deepEqual(
      homes.filter((home) => !seen.written.has(home)),
      [],
    );
  });

  it('what is not called recorded is read or checked', () => {
    const isUsed = (home: string): boolean =>
      seen.read.has(home) || seen.checked.has(home) || isScaleWord(home) || isFraming(home);
    assert.deepEqual(
      homes.filter((home) => !isRecorded(home) && !isUsed(home)),
      [],
    );
  });

  it('what is called recorded is read by nothing', () => {
    assert.deepEqual(
      homes.filter((home) => isRecorded(home) && seen.read.has(home)),
      [],
    );
  });
});
