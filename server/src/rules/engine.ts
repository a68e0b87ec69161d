/** Runs the rules on a file and turns what they report, a place in the model, into findings with ranges. */
import type { Snapshot } from '../workspace/snapshot';
import { COMING_DUE_DAYS, type Outlook } from '../model/calendar';
import type { Day } from '../model/scalars';
import type { Place } from '../model/located';
import { tr } from '../l10n/tr';
import { visibleText } from '../syntax/quoteForUser';
import type { Part, Range } from '../syntax/types';
import { evaluateSubject } from '../verdict/evaluate';
import { rules } from './registry.generated';
import type {
  Finding,
  Related,
  Report,
  Rule,
  RuleContext,
  RuleTargets,
  Severity,
  TargetName,
  Where,
} from './rule';
import { applySuppressions, suppressionsIn } from './suppressions';
import { targetsIn } from './targets';

export interface RunOptions extends Partial<Outlook> {
  readonly date: Day;
  /** Severities changed by the user; `off` silences a rule. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Which rules run; default: all. */
  readonly only?: (rule: Rule) => boolean;
  /** Called when a rule throws; the others still report. */
  readonly onError?: (rule: string, error: unknown) => void;
}

const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** Undefined where no rule has the id. */
export const ruleById = (id: string): Rule | undefined => RULES_BY_ID.get(id);

/** The range of a place. Where it does not exist: the key of the nearest ancestor that does. */
function rangeOfPlace(snapshot: Snapshot, place: Place, part: Part | undefined): Range | undefined {
  const parsed = snapshot.files.get(place.uri)?.parsed;
  const document = parsed?.documents[place.document];
  if (!parsed || !document) return undefined;
  return parsed.rangeOf((part && document.span(place.route, part)) ?? document.nearest(place.route));
}

const rangeOf = (snapshot: Snapshot, where: Where): Range | undefined =>
  'place' in where ? rangeOfPlace(snapshot, where.place, where.part) : where.range;

/** Whether what is said to be absent would have been seen: the part that would hold it was read whole. */
function wasReadWhole(snapshot: Snapshot, where: Where): boolean {
  if (!('place' in where)) return true;
  const document = snapshot.files.get(where.place.uri)?.parsed.documents[where.place.document];
  if (!document) return false;
  const { route } = where.place;
  const top = route.slice(0, 1);
  return top.length === 0 || !document.has(top) ? document.complete : document.wholeAt(top);
}

/** Text of the file goes into messages on one line, with what is invisible spelled out, and not without end. */
const LONGEST_ARGUMENT = 400;

const fill = (template: string, args: Report['args'] = {}): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : visibleText(String(value), LONGEST_ARGUMENT);
  });

/** The words of a rule, filled in: also for who asks before anything is written. */
export const messageOf = (rule: Rule, { message, args }: Pick<Report, 'message' | 'args'>): string =>
  fill(tr(typeof rule.message === 'string' ? rule.message : (rule.message[message ?? ''] ?? rule.id)), args);

const locate = (snapshot: Snapshot, where: Where): Pick<Related, 'uri' | 'range' | 'cell'> | undefined => {
  const range = rangeOf(snapshot, where);
  if (!range) return undefined;
  if ('place' in where) return { uri: where.place.uri, range };
  return { uri: where.uri, range, ...(where.cell === undefined ? {} : { cell: where.cell }) };
};

function toFinding(
  snapshot: Snapshot,
  rule: Rule,
  severity: Severity,
  where: Where,
  details: Report,
): Finding | undefined {
  if (details.absent && !wasReadWhole(snapshot, where)) return undefined;
  const at = locate(snapshot, where);
  if (!at) return undefined;
  const requirement = details.requirement ?? rule.requirement;
  return {
    rule: rule.id,
    severity,
    message: messageOf(rule, details),
    ...at,
    ...(requirement === undefined ? {} : { requirement }),
    ...(details.due === undefined ? {} : { due: details.due }),
    related: (details.related ?? []).flatMap(({ message, alsoHere, ...related }) => {
      const found = locate(snapshot, related);
      return found ? [{ ...found, message, ...(alsoHere ? { alsoHere } : {}) }] : [];
    }),
    ...('place' in where ? { place: where.place } : {}),
    data: details.data ?? {},
  };
}

/** What rules may ask beside their target. Verdicts are those everybody sees: they are evaluated once. */
export const createContext = (
  snapshot: Snapshot,
  date: Day,
  comingDueDays: number = COMING_DUE_DAYS,
  everyRhythm = false,
): RuleContext => ({
  snapshot,
  date,
  comingDueDays,
  everyRhythm,
  verdicts: (subject) => evaluateSubject(snapshot, subject, date),
});

function runRule<K extends TargetName>(
  rule: Rule<K>,
  targets: readonly RuleTargets[K][],
  context: RuleContext,
  options: RunOptions,
): Finding[] {
  const changed = options.severities?.[rule.id];
  if (changed === 'off') return [];
  const findings: Finding[] = [];
  for (const target of targets) {
    try {
      rule.check(
        target,
        (where, details = {}) => {
          const severity = changed ?? details.severity ?? rule.severity;
          const finding = toFinding(context.snapshot, rule, severity, where, details);
          if (finding) findings.push(finding);
        },
        context,
      );
    } catch (error) {
      options.onError?.(rule.id, error);
    }
  }
  return findings;
}

/** Order in the file: by start, then by end. */
export const compareRanges = (a: Range, b: Range): number =>
  a.start.line - b.start.line ||
  a.start.character - b.start.character ||
  a.end.line - b.end.line ||
  a.end.character - b.end.character;

const compare = (a: Finding, b: Finding): number =>
  (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
  (a.cell ?? -1) - (b.cell ?? -1) ||
  compareRanges(a.range, b.range) ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
  (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);

/** A file that is not read as it stands stays wrong, whatever a comment in it says. */
const canBeSilenced = ({ rule, severity }: Finding): boolean =>
  !(severity === 'error' && RULES_BY_ID.get(rule)?.on === 'syntax-problem');

const isAbout = <K extends TargetName>(rule: Rule, target: K): rule is Rule & Rule<K> => rule.on === target;

/** All findings of one file, in file order. A file that is neither ours nor ML code has none. */
export function findingsIn(snapshot: Snapshot, uri: string, options: RunOptions): readonly Finding[] {
  const context = createContext(snapshot, options.date, options.comingDueDays, options.everyRhythm);
  const targets = targetsIn(snapshot, uri);
  const running = options.only ? rules.filter(options.only) : rules;
  const found = running
    .flatMap((rule) =>
      isAbout(rule, 'suppression')
        ? []
        : runRule(rule, targets[rule.on as keyof typeof targets], context, options),
    )
    .filter((finding) => finding.uri === uri);
  const suppressions = suppressionsIn(snapshot, uri);
  if (suppressions.length === 0) return found.sort(compare);
  const { kept, outcomes } = applySuppressions(
    suppressions,
    found.filter(canBeSilenced),
    options.date,
    (id) => RULES_BY_ID.has(id),
  );
  const comments = [...outcomes].map(([suppression, outcome]) => ({ uri, suppression, outcome }));
  const about = running.flatMap((rule) =>
    isAbout(rule, 'suppression') ? runRule<'suppression'>(rule, comments, context, options) : [],
  );
  return [...found.filter((finding) => !canBeSilenced(finding)), ...kept, ...about].sort(compare);
}
