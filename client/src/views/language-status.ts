import {
  l10n,
  languages,
  LanguageStatusSeverity,
  type DocumentFilter,
  type LanguageStatusItem,
} from 'vscode';
import { AIMS_FILES } from '../aims-files';
import type { Disposable } from '../disposable';
import type { Counts } from '../../../server/src/protocol';
import { fixedDays, type WorkspaceStatus } from '../workspace-status';

const CARDS: DocumentFilter = { language: 'yaml', pattern: AIMS_FILES };

const ML_CODE: DocumentFilter[] = [
  { language: 'python' },
  { language: 'javascript' },
  { language: 'javascriptreact' },
  { language: 'typescript' },
  { language: 'typescriptreact' },
  { notebookType: 'jupyter-notebook', language: 'python' },
];

/** The item behind the braces in the status bar: what is open, the day it is judged at, and whether the server works. */
export function createLanguageStatus(status: WorkspaceStatus): Disposable[] {
  const item = languages.createLanguageStatusItem('aims.status', CARDS);
  item.name = 'AIMS';
  const update = (): void => {
    // Where there is no AIMS file and no ML code, Python files are none of our business.
    item.selector = status.relevant ? [CARDS, ...ML_CODE] : CARDS;
    describe(item, status);
  };
  update();
  return [item, status.onDidChange(update)];
}

function describe(item: LanguageStatusItem, { latest, state }: WorkspaceStatus): void {
  const stopped = state === 'stopped';
  item.severity = stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  item.busy = !stopped && (!latest || latest.state === 'reading');
  item.text = stopped
    ? l10n.t('AIMS: server stopped')
    : latest
      ? l10n.t('AIMS: {0}', inWords(latest.counts))
      : 'AIMS';
  item.detail = latest && !stopped ? details(latest) : '';
  item.command = stopped
    ? { command: 'aims.restartServer', title: l10n.t('Restart') }
    : { command: 'aims.showStatus', title: l10n.t('Show Status') };
}

function details({ today, fixed, watching }: NonNullable<WorkspaceStatus['latest']>): string {
  const day =
    fixed.length > 0
      ? l10n.t('as of {0} (setting aims.at)', fixedDays(fixed))
      : l10n.t('as of today, {0}', today);
  return watching ? day : `${day}; ${l10n.t('changed files are noticed only now and then')}`;
}

function inWords({ overdue = 0, suspect = 0, missing = 0 }: Counts): string {
  const parts = [
    overdue > 0 && l10n.t('{0} overdue', overdue),
    suspect > 0 && l10n.t('{0} changed since approval', suspect),
    missing > 0 && l10n.t('{0} missing', missing),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(', ') : l10n.t('nothing missing or overdue');
}
