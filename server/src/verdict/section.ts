/** Grades a part of a file that is evidence without a row, by a rule of the requirements table. */
import { perLanguage, tr, translatable } from '../l10n/tr';
import type { ApprovalKind } from '../lock/entry';
import { type AnyNode, type Place } from '../model/located';
import { parseDuration, type Day, type Duration } from '../model/scalars';
import { withWord, wordOn } from './approval';
import { runsOut, targetOf, type GradingContext } from './context';
import { figureOf, type Metric } from './figure';
import { merge, type Grade } from './grade';
import { daysAt, latest, newestOnly, nodesOf } from './section-nodes';
import type { SectionRule } from './requirement';
import { firstOf, isHeldOpen, isWrittenWrong, placeOf, select, textsAt } from './select';
import { gradePart } from './target-grade';
import type { Reason } from './types';

/** Words for keys in messages: `a|b` reads "a or b". */
const words = (keys: readonly string[]): string =>
  keys.map((key) => `\`${key.replaceAll('[]', '').replaceAll('|', `\`${tr(' or ')}\``)}\``).join(', ');

function lacking(
  node: AnyNode,
  rule: SectionRule,
): { readonly lacks: readonly string[]; readonly nothing: boolean } {
  const needs = rule.needs ?? [];
  const lacks = needs.filter((key) => !firstOf(node, key) && !isWrittenWrong(node, key));
  return { lacks, nothing: needs.length > 0 && lacks.length === needs.length };
}

/** What is not written, and what is only held open: who reads a placeholder is not told that there is nothing. */
function lackInWords(node: AnyNode, lacks: readonly string[]): string {
  const open = lacks.filter((key) => isHeldOpen(node, key));
  const absent = lacks.filter((key) => !open.includes(key));
  const about = labelOf(node);
  return [
    ...(absent.length > 0 ? [tr('{0} has no {1}.', about, words(absent))] : []),
    ...(open.length > 0 ? [tr('{0}: still to be filled in: {1}.', about, words(open))] : []),
  ].join(' ');
}

/** What to call an item: `risk R1`, `dataset applications`, `policy`. */
function labelOf(node: AnyNode): string {
  const key = [...node.place.route].reverse().find((step) => typeof step === 'string');
  if (key === undefined)
    return textsAt(node, 'kind')[0] === 'impact-assessment' ? tr('The impact assessment') : tr('The card');
  const name = textsAt(node, 'id')[0] ?? textsAt(node, 'name')[0];
  const isItem = typeof node.place.route.at(-1) === 'number';
  const noun = isItem ? tr(SINGULAR[key] ?? key.replace(/s$/, '')) : key;
  return name === undefined || !isItem ? `\`${noun}\`` : `${noun} ${name}`;
}

const SINGULAR: Readonly<Record<string, string>> = {
  people: translatable('person'),
  nonconformities: translatable('nonconformity'),
  opportunities: translatable('opportunity'),
  interestedParties: translatable('interested party'),
  internalAudits: translatable('internal audit'),
  managementReviews: translatable('management review'),
};

function gradeFiles(node: AnyNode, rule: SectionRule, context: GradingContext): Grade[] {
  return (rule.files ?? []).flatMap((path) =>
    select(node, path).flatMap((target): Grade[] => {
      if (target.node !== 'value') return [];
      const text = String(target.value);
      const place = placeOf(target);
      const existence = targetOf(context, text, place);
      if (existence === 'missing' || existence === 'outside') {
        const reason: Reason = { message: tr('{0} does not exist.', text), place };
        return [{ standing: 'missing', reasons: [reason], gaps: [reason], place }];
      }
      if (existence === 'unknown')
        return [
          {
            standing: 'unknown',
            reasons: [{ message: tr('{0} could not be looked up.', text), place }],
            gaps: [],
            place,
          },
        ];
      const lost = gradePart(context, text, place);
      return lost ? [lost] : [];
    }),
  );
}

interface SeriesContext extends GradingContext {
  /** Interval of the series an item belongs to, where it says none of its own. */
  readonly ofSeries: string | undefined;
  /** The day an approval of the item was given that still holds: a look that was renewed in the record. */
  readonly renewedOn: Day | undefined;
}

const everyAt = (node: AnyNode, rule: SectionRule): string | undefined =>
  rule.every === undefined ? undefined : textsAt(node, rule.every)[0];

/** How often the items of a series come may be said at any of them. */
const everyOfSeries = (rule: SectionRule, context: GradingContext): string | undefined =>
  rule.newest
    ? nodesOf(rule, context)
        .map((node) => everyAt(node, rule))
        .find((text) => text !== undefined)
    : undefined;

function intervalOf(node: AnyNode, rule: SectionRule, ofSeries: string | undefined): Duration | undefined {
  const text = everyAt(node, rule) ?? ofSeries;
  return text === undefined ? undefined : parseDuration(text);
}

/** Clocks: a review interval that has run out, or an end day that has passed. */
function gradeClock(node: AnyNode, rule: SectionRule, context: SeriesContext): Grade | undefined {
  const place = placeOf(node);
  const given = [...daysAt(node, rule.when), ...(context.renewedOn === undefined ? [] : [context.renewedOn])];
  const past = given.filter((day) => day <= context.date);
  const every = intervalOf(node, rule, context.ofSeries);
  const next = every && runsOut(context, past, every);
  if (next?.over)
    return {
      standing: 'overdue',
      reasons: [{ message: tr('{0}: the next look was due on {1}.', labelOf(node), next.on), place }],
      gaps: [],
      place,
    };
  const until = daysAt(node, rule.until)[0];
  const done = rule.done !== undefined && firstOf(node, rule.done) !== undefined;
  if (until !== undefined && !done && until < context.date && context.clocksRun)
    return {
      standing: 'overdue',
      reasons: [{ message: tr('{0} was due on {1}.', labelOf(node), until), place }],
      gaps: [],
      place,
    };
  return undefined;
}

/** Figures are checked by machine: verified where they hold, failing where they do not, else left to people. */
function gradeMeasured(metric: Metric, context: GradingContext): Grade | undefined {
  const { place, source } = metric;
  const lost = source && gradePart(context, source.value, source.place);
  if (lost) return lost;
  const { measured, agrees, meets, isVerified } = figureOf(context.snapshot, metric);
  const name = metric.name?.value ?? tr('The metric');
  const given = metric.value?.source ?? '';
  if (isVerified) {
    const reason = {
      message: tr('{0}: {1}, as in {2}, and enough.', name, given, source?.value ?? ''),
      place,
    };
    return { standing: 'verified', reasons: [reason], gaps: [], place };
  }
  const failure =
    agrees === false
      ? tr('{0}: the card says {1}, its source {2}.', name, given, measured ?? '')
      : meets === false
        ? tr('{0}: {1} does not satisfy {2}.', name, given, metric.must?.value ?? '')
        : undefined;
  if (failure === undefined) return undefined;
  const reason: Reason = { message: failure, place };
  return { standing: 'missing', reasons: [reason], gaps: [reason], place };
}

/** Attested with a person and a day; without, what to add. */
function gradeDating(node: AnyNode, rule: SectionRule, context: GradingContext): Grade {
  const place = placeOf(node);
  const day = latest(daysAt(node, rule.when).filter((each) => rule.ahead === true || each <= context.date));
  const person = rule.who === undefined ? undefined : firstOf(node, rule.who);
  if (day !== undefined && person) {
    const reason = { message: `${labelOf(node)}: ${textsAt(person, '.').join(', ')}, ${day}.`, place };
    return { standing: 'attested', reasons: [reason], gaps: [], place };
  }
  const ahead = day === undefined ? latest(daysAt(node, rule.when)) : undefined;
  const lacks = [person ? undefined : rule.who, day === undefined ? rule.when : undefined].filter(
    (key) => key !== undefined,
  );
  const how =
    ahead !== undefined
      ? tr('It is dated {0}, which is still ahead.', ahead)
      : rule.who !== undefined && rule.when !== undefined
        ? tr('To count in full it needs {0}.', words(lacks))
        : tr('Nobody has dated a look at it: add a row with evidence that has `reviewed` and `by`.');
  return {
    standing: 'partial',
    reasons: [{ message: tr('{0} is written down. {1}', labelOf(node), how), place }],
    gaps: [],
    place,
  };
}

/** An item that is only planned so far: late once its day has passed, and nothing to squiggle at before. */
function gradePlan(node: AnyNode, rule: SectionRule, context: GradingContext): Grade | undefined {
  const day = daysAt(node, rule.planned)[0];
  if (day === undefined) return undefined;
  const place = placeOf(node);
  const late = day < context.date && context.clocksRun;
  const message = late
    ? tr('{0} was planned for {1}.', labelOf(node), day)
    : tr('{0}: planned for {1}.', labelOf(node), day);
  return { standing: late ? 'overdue' : 'missing', reasons: [{ message, place }], gaps: [], place };
}

/** What the status of an impact assessment leaves of its grade: only an approved one counts in full. */
function withStatus(grade: Grade, node: AnyNode, rule: SectionRule): Grade {
  const status = rule.at === 'assessment' ? textsAt(node, 'status')[0] : undefined;
  if (status === undefined || status === 'approved') return grade;
  const place = placeOf(node);
  const reason: Reason = {
    message: tr('{0} is {1}.', labelOf(node), tr(STATUS_WORDS[status] ?? status)),
    place,
  };
  if (status === 'rejected' || status === 'superseded')
    return { standing: 'missing', reasons: [reason], gaps: [reason], place };
  if (grade.standing !== 'attested' && grade.standing !== 'verified') return grade;
  return { ...grade, standing: 'partial', reasons: [reason, ...grade.reasons] };
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  draft: translatable('still a draft'),
  'in-review': translatable('still in review'),
  superseded: translatable('superseded, and none has taken its place'),
};

interface KeptGrade {
  readonly date: string;
  readonly facts: object;
  readonly clocksRun: boolean;
  readonly ofSeries: string | undefined;
  readonly renewedOn: Day | undefined;
  readonly grade: Grade;
}

/** By item and rule: an item lives as long as its text, so a keystroke grades one item of a thousand. */
const kept = perLanguage(() => new WeakMap<AnyNode, Map<SectionRule, KeptGrade>>());

function gradeNode(node: AnyNode, rule: SectionRule, context: SeriesContext): Grade {
  const { date, clocksRun, ofSeries, renewedOn } = context;
  const { facts } = context.snapshot;
  const grades = kept();
  let byRule = grades.get(node);
  if (!byRule) grades.set(node, (byRule = new Map<SectionRule, KeptGrade>()));
  const known = byRule.get(rule);
  const isSame = known?.date === date && known.facts === facts && known.clocksRun === clocksRun;
  if (isSame && known.ofSeries === ofSeries && known.renewedOn === renewedOn) return known.grade;
  const grade = withStatus(gradeAnew(node, rule, context), node, rule);
  byRule.set(rule, { date, facts, clocksRun, ofSeries, renewedOn, grade });
  return grade;
}

function gradeAnew(node: AnyNode, rule: SectionRule, context: SeriesContext): Grade {
  const place = placeOf(node);
  if (node.node === 'value' && firstOf(node, '.') === undefined) {
    const held: Reason = { message: tr('A placeholder stands where the answer should.'), place };
    return { standing: 'missing', reasons: [held], gaps: [held], place };
  }
  const { lacks, nothing } = lacking(node, rule);
  const about = labelOf(node);
  const lack: Reason[] = lacks.length > 0 ? [{ message: lackInWords(node, lacks), place, lacks, about }] : [];
  if (nothing)
    return gradePlan(node, rule, context) ?? { standing: 'missing', reasons: lack, gaps: lack, place };
  const measured = rule.measured === true && isMetric(node) ? gradeMeasured(node, context) : undefined;
  if (measured) return withLack(measured, lack);
  const files = gradeFiles(node, rule, context);
  const clock = gradeClock(node, rule, context);
  const dating = gradeDating(node, rule, context);
  return withLack(merge([...files, ...(clock ? [clock] : []), dating]), lack);
}

/** What the rule says of its items; the format makes them so. */
const isMetric = (node: AnyNode): node is AnyNode & Metric =>
  node.node === 'block' && node.place.route.at(-2) === 'metrics';

/** Whatever counts in full does so in part only while keys are absent. */
function withLack(whole: Grade, lack: readonly Reason[]): Grade {
  if (lack.length === 0) return whole;
  const standing =
    whole.standing === 'attested' || whole.standing === 'verified' ? 'partial' : whole.standing;
  return { ...whole, standing, reasons: [...lack, ...whole.reasons], gaps: [...lack, ...whole.gaps] };
}

/** Which approvals speak of what a rule is about: of a risk, only a rule about its acceptance. */
function approvalsAt({ at, who }: SectionRule): readonly ApprovalKind[] {
  if (at.startsWith('risks['))
    return who?.startsWith('treatment.accepted') === true ? ['risk-acceptance'] : [];
  return SECTIONS;
}

const SECTIONS: readonly ApprovalKind[] = ['policy', 'treatment-plan', 'soa', 'assessment', 'gate'];

/** @returns undefined where the part is not there at all */
export function gradeSection(rule: SectionRule, context: GradingContext): Grade | undefined {
  const nodes = newestOnly(nodesOf(rule, context), rule, context);
  if (nodes.length === 0) return undefined;
  const ofSeries = everyOfSeries(rule, context);
  const grades = nodes.map((node) => {
    const place = placeOf(node);
    const word = wordOn(context, place, approvalsAt(rule));
    const renewedOn = word?.kind === 'holds' ? word.on : undefined;
    return withWord(gradeNode(node, rule, { ...context, ofSeries, renewedOn }), word, place);
  });
  // By their keys alone: where a file is gone, that item is the one to mend, not all others.
  const complete = grades.filter((grade) => !grade.gaps.some(({ lacks }) => lacks));
  return merge(rule.some === true && complete.length > 0 ? complete : grades);
}

/** Where a rule's part would stand if it were there: its first key. */
export const sectionHome = (rule: SectionRule, subject: { readonly place: Place }): Place => {
  const key = rule.at === 'assessment' ? 'impactAssessment' : (rule.at.split(/[.[]/)[0] ?? '');
  return key === '' ? subject.place : { ...subject.place, route: [...subject.place.route, key] };
};
