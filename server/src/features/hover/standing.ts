/** Where a requirement stands in this workspace: the same verdict as everywhere, with its reasons. */
import { tr } from '../../l10n/tr';
import { evaluateSubject } from '../../verdict/evaluate';
import type { RequirementResult, SubjectResult } from '../../verdict/types';
import { linkedOrganization, type OrganizationEntry } from '../../workspace/snapshot';
import { reasonLines } from '../reasons';
import { nameOf } from '../subject';
import { asksForWork, countVerdicts, countsInWords, verdictWord } from '../verdict-words';
import { paragraphs } from '../markup';
import type { EntryContext } from './context';

/** Systems shown; the tree has the rest. */
const MOST_SYSTEMS = 4;

const resultIn = (result: SubjectResult, id: string): RequirementResult | undefined =>
  result.results.find(({ requirement }) => requirement.id === id);

export function standingOf(context: EntryContext, id: string): string | undefined {
  const { snapshot, subject, date } = context;
  if (!subject) return undefined;
  const own = resultIn(evaluateSubject(snapshot, subject, date), id);
  if (own) return describe(context, nameOf(subject), own);
  if (subject.kind === 'organization') return systemsInWords(context, subject, id);
  return organizationInWords(context, id);
}

/** Does anybody have to do something about it, as far as is known here? */
export function isOpen({ snapshot, subject, date }: EntryContext, id: string): boolean {
  const own = subject && resultIn(evaluateSubject(snapshot, subject, date), id);
  return own === undefined || asksForWork(own.verdict) || own.verdict === 'not-due';
}

function describe({ markup }: EntryContext, name: string, result: RequirementResult): string {
  const inherited = result.inherited ? tr(', taken over from the organization') : '';
  const head = `${markup.bold(tr('Here:'))} ${verdictWord(result.verdict)}${inherited} (${markup.text(name)}).`;
  const reasons = reasonLines(markup, result);
  const [only] = reasons;
  if (reasons.length === 1 && only !== undefined) return `${head} ${only}`;
  return paragraphs(head, markup.bullets(reasons));
}

/** In the organization's file, a control asked of each system: how many stand where. */
function systemsInWords(
  { snapshot, date, markup }: EntryContext,
  organization: OrganizationEntry,
  id: string,
): string | undefined {
  const verdicts = organization.systems.flatMap((system) => {
    const result = resultIn(evaluateSubject(snapshot, system, date), id);
    return result ? [{ system, verdict: result.verdict }] : [];
  });
  if (verdicts.length === 0) return undefined;
  const counts = countsInWords(countVerdicts(verdicts.map(({ verdict }) => verdict)));
  const open = verdicts.filter(({ verdict }) => asksForWork(verdict)).slice(0, MOST_SYSTEMS);
  return paragraphs(
    tr('{0} asked of each AI system: {1}.', markup.bold(tr('Here:')), counts),
    markup.bullets(
      open.map(({ system, verdict }) => `${markup.text(nameOf(system))}: ${verdictWord(verdict)}`),
    ),
  );
}

/** In a card, a requirement asked of the organization alone. */
function organizationInWords(context: EntryContext, id: string): string | undefined {
  const { snapshot, subject, date, markup } = context;
  const body = subject?.kind === 'system' ? linkedOrganization(subject.organization) : undefined;
  const organization = snapshot.organizations.find((entry) => entry.body === body);
  if (!organization)
    return tr('{0} asked of the organization, not of the single system.', markup.bold(tr('Here:')));
  const result = resultIn(evaluateSubject(snapshot, organization, date), id);
  return result && describe(context, nameOf(organization), result);
}
