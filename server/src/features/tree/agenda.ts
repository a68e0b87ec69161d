/** The tree by day: what is overdue and what falls due, nearest first, each with its place. */
import { tr, translatable } from '../../l10n/tr';
import type { Agenda, AgendaItem, TreeNode } from '../../protocol';
import { daysAfter } from '../../model/calendar';
import type { Day } from '../../model/scalars';
import { requirementTitle } from '../../catalogue';
import { MARKDOWN as md, paragraphs, PLAIN } from '../markup';
import { nodeId } from './subject-key';

interface Period {
  readonly id: string;
  readonly label: string;
  /** Days from today at which it ends; what is overdue lies before all of them. */
  readonly until: number;
}

const PERIODS: readonly Period[] = [
  { id: 'due-overdue', label: translatable('Overdue'), until: -1 },
  { id: 'due-month', label: translatable('Within 30 days'), until: 30 },
  { id: 'due-quarter', label: translatable('Within 90 days'), until: 90 },
  { id: 'due-later', label: translatable('Later'), until: Infinity },
];

const periodOf = ({ on, isOverdue }: AgendaItem, today: Day): Period | undefined =>
  isOverdue
    ? PERIODS[0]
    : PERIODS.slice(1).find(({ until }) => until === Infinity || on <= daysAfter(today, until));

/**
 * Children of a node of the tree by day, or its periods. Periods in which nothing falls due are left out.
 *
 * @param names of the subjects, as the agenda counts them
 */
export function agendaChildren(
  { items, more }: Agenda,
  names: readonly string[],
  today: Day,
  node?: string,
): readonly TreeNode[] {
  if (node === undefined)
    return PERIODS.flatMap((period, at) => {
      const count = items.filter((item) => periodOf(item, today) === period).length;
      return count > 0 ? [periodNode(period, count + (at === PERIODS.length - 1 ? more : 0))] : [];
    });
  const rows = new Map<string, Together>();
  for (const item of items)
    if (periodOf(item, today)?.id === node) {
      const key = [item.on, item.subject, subjectMatter(item)].join(' ');
      const known = rows.get(key);
      rows.set(key, known ? [...known, item] : [item]);
    }
  return [...rows].map(([key, together]) => itemNode(key, together, names));
}

type Together = readonly [AgendaItem, ...AgendaItem[]];

/** The clause or control it is about; else the sentence that says what falls due. */
const subjectMatter = ({ requirement, what }: AgendaItem): string =>
  requirement === undefined ? what : `${requirement} ${requirementTitle(requirement) ?? ''}`.trim();

const periodNode = ({ id, label }: Period, count: number): TreeNode => ({
  id,
  kind: 'period',
  label: tr(label),
  description: String(count),
  tooltip: md.bold(tr(label)),
  accessibleLabel: `${tr(label)}: ${count}`,
  hasChildren: true,
  contextValue: 'aims.period',
});

/** @param items what falls due on one day for one thing, such as several pieces of its evidence */
function itemNode(key: string, [first, ...more]: Together, names: readonly string[]): TreeNode {
  const { on, isOverdue, subject, location } = first;
  const { requirement } = first;
  const together = [first, ...more];
  const whose = names[subject] ?? '';
  const whats = [...new Set(together.map(({ what }) => what))];
  // A side bar is narrow: the name of the system, which tells rows apart, before what takes more room.
  const label = requirement === undefined ? on : `${on} ${PLAIN.message(requirement)}`;
  const heard = requirement === undefined ? on : `${on} ${PLAIN.message(subjectMatter(first))}`;
  const said = PLAIN.message(whats.join(' '));
  const description = `${whose} · ${together.length > 1 ? `${together.length}: ` : ''}${said}`;
  return {
    id: nodeId('due', key),
    kind: 'item',
    label,
    description,
    ...(isOverdue ? { verdict: 'overdue' as const } : {}),
    tooltip: paragraphs(
      md.bold(md.text(whose)),
      requirement === undefined ? undefined : md.message(subjectMatter(first)),
      ...whats.map((what) => md.message(what)),
    ),
    accessibleLabel: `${heard}: ${description}`,
    location,
    hasChildren: false,
    contextValue: 'aims.item',
  };
}
