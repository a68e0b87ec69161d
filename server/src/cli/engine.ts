/** Sets the engine up for what the command line was asked about: the same service as in the editor. */
import { basename } from 'node:path';
import { isAimsName } from '../model/build';
import { toUri } from '../node/paths';
import { createLanguageService, type LanguageService } from '../service';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings';
import type { Day } from '../model/scalars';
import { fileKind, LOCK_NAME, type FoundFile, type WorkspaceHost } from '../workspace/host';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, folderOf, isWithin } from '../workspace/uri';
import type { Source } from './source';
import type { Target } from './target';

export interface Engine {
  readonly service: LanguageService;
  readonly snapshot: Snapshot;
  /** The paths asked about, all in one repository. */
  readonly targets: readonly Target[];
  /** Is the file one of those asked about? */
  readonly covers: (uri: string) => boolean;
  /** What went wrong inside, one line each; where there is any, the answer is not whole. */
  readonly failures: readonly string[];
}

/** One engine for each repository the targets lie in, with its settings. Nothing is read any more once they are open. */
export async function openEngines(
  targets: readonly Target[],
  day: Day,
  source: Pick<Source, 'host'>,
  settings: (root: string) => Partial<Settings> = () => ({}),
): Promise<readonly Engine[]> {
  const roots = [...new Set(targets.map((target) => target.root))].sort();
  return Promise.all(
    roots.map((root) =>
      openEngine(
        targets.filter((target) => target.root === root),
        day,
        source,
        settings(root),
      ),
    ),
  );
}

async function openEngine(
  targets: readonly Target[],
  day: Day,
  source: Pick<Source, 'host'>,
  settings: Partial<Settings>,
): Promise<Engine> {
  const failures: string[] = [];
  const service = createLanguageService({
    host: hostFor(targets, source),
    clock: { today: () => day },
    log: { warn: (message) => failures.push(message) },
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
  const snapshot = await withNamedFiles(service);
  const uris = targets.map((target) => toUri(target.path));
  return {
    service,
    snapshot,
    targets,
    covers: (uri) => uris.some((target) => isWithin(uri, target)),
    failures,
  };
}

/** Finds everything below the targets; around them only what can concern them: cards, assessments, organizations, approvals. */
function hostFor(targets: readonly Target[], source: Pick<Source, 'host'>): WorkspaceHost {
  const folders = targets.map((target) => target.folder);
  const host = source.host(
    [...new Set([...targets.map((target) => target.surroundings), ...folders])],
    targets[0]?.root ?? '',
  );
  const asked = folders.map(toUri);
  const isNeeded = (uri: string): boolean =>
    isAimsName(uri) ||
    baseName(uri) === LOCK_NAME ||
    asked.some((folder) => isWithin(uri, folder) || isWithin(folder, folderOf(uri)));
  // A file that is asked about by its name is wanted, whatever git's ignore files say.
  const named = targets.flatMap(({ path, folder }): readonly FoundFile[] => {
    const what = path === folder ? undefined : fileKind(basename(path));
    return what ? [{ uri: toUri(path), what }] : [];
  });
  return {
    roots: () => host.roots(),
    asked: () => asked,
    findFiles: async () => {
      const found = (await host.findFiles()).filter(({ uri }) => isNeeded(uri));
      const known = new Set(found.map(({ uri }) => uri));
      return [...found, ...named.filter(({ uri }) => !known.has(uri))];
    },
    isIgnored: (uri) => host.isIgnored?.(uri) === true && !named.some((file) => file.uri === uri),
    readText: (uri) => host.readText(uri),
    stat: (uri) => host.stat(uri),
    list: async (folder) => (await host.list?.(folder)) ?? [],
    modified: async (uri) => host.modified?.(uri),
    digest: async (uri) => host.digest?.(uri),
    git: (root) => host.git?.(root),
  };
}

/** Organizations and assessments that a card names by path count wherever in the repository they stand, with their approvals. */
async function withNamedFiles(service: LanguageService): Promise<Snapshot> {
  const tried = new Set<string>();
  for (;;) {
    const snapshot = await service.snapshot();
    const named = snapshot.systems.flatMap(({ own, uri }) =>
      [own.organization?.value, own.impactAssessment?.value].flatMap((text) => {
        const resolved = text === undefined ? undefined : snapshot.resolve(text, uri);
        return resolved?.kind === 'file' && fileKind(resolved.uri) === 'yaml' ? [resolved.uri] : [];
      }),
    );
    const missing = [...new Set(named)].filter((uri) => !snapshot.files.has(uri) && !tried.has(uri));
    if (missing.length === 0) return snapshot;
    missing.forEach((uri) => tried.add(uri));
    await service.index.changed([...missing, ...missing.map((uri) => `${folderOf(uri)}/${LOCK_NAME}`)]);
  }
}
