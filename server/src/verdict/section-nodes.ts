/** Which nodes of a file a rule of the requirements table is about. */
import { asBlock, type AnyNode } from '../model/located';
import { parseDay, type Day } from '../model/scalars';
import { organizationOf } from '../workspace/snapshot';
import type { GradingContext } from './context';
import type { SectionRule } from './requirement';
import { select, textsAt } from './select';

/** The suppliers a card names by id are the organization's entries. */
function suppliers(items: readonly AnyNode[], context: GradingContext): readonly AnyNode[] {
  const { subject } = context;
  const organization = organizationOf(subject);
  const known = organization ? select(asBlock(organization), 'suppliers[]') : [];
  return items.flatMap((item) => {
    if (item.node !== 'value') return [item];
    const entry = known.find((supplier) => textsAt(supplier, 'id').includes(String(item.value)));
    return entry ? [entry] : [];
  });
}

/** The nodes a rule is about. `assessment` is the subject's impact assessment, in a file of its own. */
export function nodesOf(rule: SectionRule, context: GradingContext): readonly AnyNode[] {
  const { subject } = context;
  if (rule.at === 'assessment') {
    const current = subject.kind === 'system' ? subject.assessments[0] : undefined;
    return current ? [asBlock(current.body)] : [];
  }
  const nodes = select(asBlock(subject.body), rule.at);
  return rule.at === 'suppliers[]' ? suppliers(nodes, context) : nodes;
}

/** Days behind key paths of the table, in file order. */
export const daysAt = (node: AnyNode, paths: string | undefined): readonly Day[] =>
  paths === undefined ? [] : textsAt(node, paths).flatMap((text) => parseDay(text) ?? []);

export const latest = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

/** Of a series the item that counts at the day, where the rule asks for the newest alone. */
export function newestOnly(
  nodes: readonly AnyNode[],
  rule: SectionRule,
  context: GradingContext,
): readonly AnyNode[] {
  if (!rule.newest) return nodes;
  const dated = nodes
    .map((node) => ({ node, day: latest(daysAt(node, rule.when)) ?? '' }))
    .filter(({ day }) => day === '' || day <= context.date)
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  return dated.slice(0, 1).map(({ node }) => node);
}
