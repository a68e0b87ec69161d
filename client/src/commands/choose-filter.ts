import { l10n, QuickPickItemKind, window, type Memento, type QuickPickItem } from 'vscode';
import { WORST_FIRST, type TreeFilter, type Verdict } from '../../../server/src/protocol';
import type { Server } from '../server';
import { SYSTEM_ICON, verdictIcon } from '../views/icons';
import type { StatusTree } from '../views/status-tree';
import { filterStatus } from './filter-status';

interface Choice extends QuickPickItem {
  readonly verdict?: Verdict;
  readonly level?: 'organization' | 'system';
  readonly subject?: string;
}

const inWords = (): Readonly<Record<Verdict, string>> => ({
  verified: l10n.t('verified'),
  attested: l10n.t('attested'),
  partial: l10n.t('partial'),
  missing: l10n.t('missing'),
  overdue: l10n.t('overdue'),
  suspect: l10n.t('suspect'),
  unknown: l10n.t('unknown'),
  'not-due': l10n.t('not due yet'),
  'not-applicable': l10n.t('not applicable'),
});

const heading = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });

/** Asks which verdicts, levels and systems the PDCA status view shows. Nothing chosen of a kind: all of it. */
export async function chooseFilter(server: Server, tree: StatusTree, memory: Memento): Promise<void> {
  const { filter } = tree.shape;
  const words = inWords();
  const known = (await server.subjects())?.nodes;
  const choices: readonly Choice[] = [
    heading(l10n.t('Verdict')),
    ...WORST_FIRST.map((verdict) => ({
      label: words[verdict],
      verdict,
      iconPath: verdictIcon(verdict),
      picked: filter.verdicts?.includes(verdict) ?? false,
    })),
    heading(l10n.t('Level')),
    { label: l10n.t('Organization'), level: 'organization', picked: filter.level === 'organization' },
    { label: l10n.t('AI systems'), level: 'system', picked: filter.level === 'system' },
    heading(l10n.t('System')),
    ...(known ?? [])
      .filter(({ kind }) => kind === 'system')
      .map(({ id, label, description }) => ({
        label,
        description,
        subject: id,
        iconPath: SYSTEM_ICON,
        picked: filter.subjects?.includes(id) ?? false,
      })),
  ];
  const chosen = await window.showQuickPick(choices, {
    canPickMany: true,
    matchOnDescription: true,
    title: l10n.t('Filter Status'),
    placeHolder: l10n.t('What to show; with nothing chosen of a kind, all of it'),
  });
  // While the server is silent there is no list of systems: those that were chosen stay.
  const kept = known || !filter.subjects ? {} : { subjects: filter.subjects };
  if (chosen) await filterStatus(tree, memory, { ...filterOf(chosen), ...kept });
}

function filterOf(chosen: readonly Choice[]): TreeFilter {
  const some = <T>(values: readonly (T | undefined)[]): readonly T[] | undefined => {
    const there = values.filter((value) => value !== undefined);
    return there.length > 0 ? there : undefined;
  };
  const wanted = some(chosen.map(({ verdict }) => verdict));
  const levels = some(chosen.map(({ level }) => level));
  const subjects = some(chosen.map(({ subject }) => subject));
  return {
    ...(wanted && { verdicts: wanted }),
    ...(levels?.length === 1 && levels[0] && { level: levels[0] }),
    ...(subjects && { subjects }),
  };
}
