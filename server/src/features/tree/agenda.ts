/** The tree by day: what is overdue and what falls due, nearest first, each with its place. */
import { tr, translatable } from '../../l10n/tr';
import type { Agenda, AgendaItem, TreeNode } from '../../protocol';
import { daysAfter } from '../../model/calendar';
import type { Day } from '../../model/scalars';
import { MARKDOWN as md, PLAIN } from '../markup';
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
  return items.flatMap((item, index) => {
    if (periodOf(item, today)?.id !== node) return [];
    return [itemNode(item, index, names[item.subject])];
  });
}

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

function itemNode({ on, isOverdue, what, location }: AgendaItem, index: number, whose?: string): TreeNode {
  const description = [on, whose].filter(Boolean).join(' · ');
  const label = PLAIN.message(what);
  return {
    id: nodeId('due', on, String(index)),
    kind: 'item',
    label,
    description,
    ...(isOverdue ? { verdict: 'overdue' as const } : {}),
    tooltip: `${md.message(what)}\n\n${md.text(description)}`,
    accessibleLabel: `${label} ${description}`,
    location,
    hasChildren: false,
    contextValue: 'aims.item',
  };
}
