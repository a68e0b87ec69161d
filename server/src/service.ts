/** Builds the language service: one index, one evaluation, one set of findings, whoever asks. */
import type { Observer } from './model/watch';
import type { Day } from './model/scalars';
import { createContext, findingsIn, ruleById } from './rules/engine';
import type { Finding } from './rules/rule';
import type { Fix } from './fixes/edit';
import { DEFAULT_SETTINGS, type Settings } from './settings/settings';
import { evaluate } from './verdict/evaluate';
import type { SubjectResult } from './verdict/types';
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
  settings: Settings;
  /** The day everything is judged at: the setting, else today. */
  date(): Day;
  snapshot(): Promise<Snapshot>;
  findings(snapshot: Snapshot, uri: string): readonly Finding[];
  /** Every file that could have findings, sorted. */
  files(snapshot: Snapshot): readonly string[];
  status(snapshot: Snapshot): readonly SubjectResult[];
  fixes(snapshot: Snapshot, finding: Finding): readonly Fix[];
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
  const service: LanguageService = {
    index,
    settings,
    date: () => service.settings.at ?? clock.today(),
    snapshot: () => {
      index.setTestReports(service.settings.testResults);
      return index.snapshot();
    },
    files: (snapshot) =>
      [...new Set([...snapshot.files.keys(), ...snapshot.code.keys(), ...snapshot.unreadable.keys()])].sort(),
    findings: (snapshot, uri) =>
      !service.settings.codeFindings && snapshot.code.has(uri)
        ? []
        : findingsIn(snapshot, uri, {
            date: service.date(),
            severities: service.settings.severities,
            onError: (rule, error) =>
              log.warn(
                `Rule ${rule} failed on ${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
              ),
          }),
    status: (snapshot) => evaluate(snapshot, service.date()),
    fixes: (snapshot, finding) =>
      ruleById(finding.rule)?.fixes?.(finding, createContext(snapshot, service.date())) ?? [],
  };
  return service;
}
