/** A workspace in memory, judged at a fixed day. */
import { createLanguageService, type LanguageService } from '../../server/src/service';
import { readSettings } from '../../server/src/settings/settings';
import type { RequirementResult } from '../../server/src/verdict/types';
import { MemoryHost } from '../../server/src/workspace/memory-host';
import type { Snapshot } from '../../server/src/workspace/snapshot';

export const DAY = '2026-11-01';
export const ROOT = 'file:///workspace';

export interface OpenedWorkspace {
  readonly host: MemoryHost;
  readonly service: LanguageService;
  readonly snapshot: Snapshot;
  /** The result of a requirement at a system or organization, by its id. */
  readonly result: (subject: string, requirement: string) => RequirementResult;
}

/** @param files text by path below the workspace root */
export async function openWorkspace(
  files: Readonly<Record<string, string>>,
  { at = DAY, settings = {} }: { at?: string; settings?: object } = {},
): Promise<OpenedWorkspace> {
  const host = new MemoryHost(files, ROOT);
  const warn = (message: string): never => {
    throw new Error(message);
  };
  const service = createLanguageService({
    host,
    clock: { today: () => at },
    log: { warn },
    settings: readSettings(settings),
  });
  const snapshot = await service.snapshot();
  return {
    host,
    service,
    snapshot,
    result(subject, requirement) {
      const found = service
        .status(snapshot)
        .find((entry) => entry.subject.id === subject)
        ?.results.find((entry) => entry.requirement.id === requirement);
      if (!found) throw new Error(`${subject} has no requirement ${requirement}`);
      return found;
    },
  };
}
