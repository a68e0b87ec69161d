/** Builds the language service: one index, one evaluation, one set of findings, whoever asks. */
import { contextOf, type Approvable, type ReadingContext } from './lock/approvable';
import { approvalsOf } from './lock/state';
import type { Observer } from './model/watch';
import type { Day } from './model/scalars';
import { createContext, findingsIn, ruleById } from './rules/engine';
import type { Finding } from './rules/rule';
import type { Fix } from './fixes/edit';
import { FolderSettings } from './settings/by-folder';
import { DEFAULT_SETTINGS, type Settings } from './settings/settings';
import { evaluate } from './verdict/evaluate';
import type { SubjectResult } from './verdict/types';
import { claimedDigests } from './workspace/claimed-digests';
import type { WorkspaceHost } from './workspace/host';
import { WorkspaceIndex } from './workspace';
import type { Snapshot } from './workspace/snapshot';

/** Today in UTC; one place decides what day it is. */
export interface Clock {
  today(): Day;
}

export interface Log {
  warn(message: string): void;
}

export interface ServiceOptions {
  readonly host: WorkspaceHost;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings?: Settings;
  /** Told of every key of the format that anything reads. */
  readonly observer?: Observer;
}

export interface LanguageService {
  readonly index: WorkspaceIndex;
  settings: FolderSettings;
  /**
   * The day everything is judged at: the setting, else today.
   * @param uri of what is judged; workspace folders may have settings of their own
   */
  readonly date: (uri?: string) => Day;
  snapshot(): Promise<Snapshot>;
  /** One in which nothing is still to come, for who asks once and is not told of what comes late. */
  wholeSnapshot(): Promise<Snapshot>;
  /** What these approvals are read with, and a snapshot in which it is known. */
  toApprove(
    choose: (snapshot: Snapshot) => readonly Approvable[],
  ): Promise<{ readonly approvables: readonly Approvable[]; readonly context: ReadingContext }>;
  findings(snapshot: Snapshot, uri: string): readonly Finding[];
  /** Every file that could have findings, sorted. */
  files(snapshot: Snapshot): readonly string[];
  status(snapshot: Snapshot): readonly SubjectResult[];
  fixes(snapshot: Snapshot, finding: Finding): readonly Fix[];
}

/**
 * A snapshot in which everything that is asked of it is known: to ask is what makes the index look it up.
 * @param isPatient by default only where nobody is told of what comes late
 */
async function settled(
  index: WorkspaceIndex,
  ask: (snapshot: Snapshot) => unknown,
  isPatient = index.onLate === undefined,
): Promise<Snapshot> {
  for (;;) {
    const snapshot = await index.snapshot(isPatient);
    ask(snapshot);
    if (!index.isAsked(isPatient)) return snapshot;
  }
}

function askForClaimedDigests(snapshot: Snapshot): void {
  for (const { uri, artefacts } of snapshot.files.values())
    for (const { file } of artefacts.flatMap(claimedDigests)) {
      const resolved = snapshot.resolve(file.value, uri);
      if (resolved.kind === 'file') snapshot.digestOf(resolved.uri);
    }
}

/** Nothing is read before the first snapshot is asked for. */
export function createLanguageService({
  host,
  clock,
  log,
  settings = DEFAULT_SETTINGS,
  observer,
}: ServiceOptions): LanguageService {
  const index = new WorkspaceIndex(host, observer);
  let asked: Snapshot | undefined;
  // Every request wants a snapshot; mostly it is the one of the last.
  const askOnce = (now: Snapshot): void => {
    if (now === asked) return;
    approvalsOf(now).changed();
    askForClaimedDigests(now);
    asked = now;
  };
  const settingsOf = (uri: string | undefined): Settings =>
    uri === undefined ? service.settings.window : service.settings.of(uri);
  const service: LanguageService = {
    index,
    settings: new FolderSettings(settings),
    date: (uri) => settingsOf(uri).at ?? clock.today(),
    snapshot: () => {
      index.setTestReports((root) => service.settings.of(root).testResults);
      return settled(index, askOnce);
    },
    async wholeSnapshot() {
      await service.snapshot();
      await index.gitAnswered();
      return settled(index, askOnce, true);
    },
    async toApprove(choose) {
      const ask = (now: Snapshot): void => {
        for (const each of choose(now)) each.read(contextOf(now));
      };
      // Nobody approves what is not known yet.
      const snapshot = await settled(index, ask, true);
      return { approvables: choose(snapshot), context: contextOf(snapshot) };
    },
    files: (snapshot) =>
      [
        ...new Set([
          ...snapshot.files.keys(),
          ...snapshot.code.keys(),
          ...snapshot.unreadable.keys(),
          ...snapshot.locks.keys(),
        ]),
      ].sort(),
    findings: (snapshot, uri) => {
      const { codeFindings, comingDueDays, severities } = settingsOf(uri);
      if (!codeFindings && snapshot.code.has(uri)) return [];
      const found = findingsIn(snapshot, uri, {
        date: service.date(uri),
        comingDueDays,
        severities,
        onError: (rule, error) =>
          log.warn(
            `Rule ${rule} failed on ${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          ),
      });
      // What code says of a card stands on the card too.
      return codeFindings ? found : found.filter(({ rule }) => ruleById(rule)?.group !== 'code');
    },
    status: (snapshot) => evaluate(snapshot, service.date()),
    fixes: (snapshot, finding) =>
      ruleById(finding.rule)?.fixes?.(
        finding,
        createContext(snapshot, service.date(finding.uri), settingsOf(finding.uri).comingDueDays),
      ) ?? [],
  };
  return service;
}
