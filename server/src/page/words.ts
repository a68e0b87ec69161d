/** Every word of the dashboard that is ours, in one table: another language is another table. */
import { GERMAN } from './german';
import type { Words } from './vocabulary';

export type { Words } from './vocabulary';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const SYSTEMS_ALONE = 'systems without an organization';

const shown = (count: number): string =>
  count === 1 ? '1 risk or harm is shown' : `${count} risks and harms are shown`;

const notShown = (count: number): string =>
  count === 1 ? '1 risk or harm is not shown' : `${count} risks and harms are not shown`;

const ENGLISH: Words = {
  language: 'en',
  title: 'AI management system',
  judgedAt: (date) => `Judged at ${date}.`,
  noCertificate: 'No certification and no legal advice.',
  empty: 'No organization and no AI system is described here yet. A file aims.yaml describes one.',
  reading: 'Reading the workspace…',
  sections: {
    cycle: 'Plan, do, check, act',
    soa: 'Statement of Applicability',
    calendar: 'What falls due',
    ratings: 'Risks and impacts',
    trend: 'The last twelve months',
  },
  verdicts: {
    verified: 'verified',
    attested: 'attested',
    partial: 'partial',
    missing: 'missing',
    overdue: 'overdue',
    suspect: 'suspect',
    unknown: 'unknown',
    'not-due': 'not due yet',
    'not-applicable': 'not applicable',
  },
  meanings: {
    verified: 'The machine checked that the evidence holds. That does not say the control works.',
    attested: 'A named person looked at the evidence, the look is dated and still fresh.',
    partial: 'Something is there, but not all of it, or nobody dated a look at it.',
    missing: 'Nothing that counts is there yet.',
    overdue: 'A day for a review, a result or a plan has passed.',
    suspect: 'What was approved has changed since.',
    unknown: 'It cannot be read or reached, so nothing is said about it.',
    'not-due': 'A later life cycle stage asks for it.',
    'not-applicable': 'Left out with a reason, or owed by others.',
  },
  phases: {
    plan: { title: 'Plan', what: 'Policy, objectives, risks, impacts, controls' },
    do: { title: 'Do', what: 'Carry it out, and keep what shows it' },
    check: { title: 'Check', what: 'Measure, audit, review' },
    act: { title: 'Act', what: 'Mend, and get better' },
  },
  kinds: { organization: 'Organization', system: 'AI system' },
  counted: (count, verdict) => `${count} ${verdict}`,
  requirements: (count) => counted(count, 'requirement', 'requirements'),
  cycle: {
    of: 'Shown for',
    all: 'Everything in this workspace',
    nothing: 'nothing asked',
    picture: (phases) => `Requirements by phase and verdict. ${phases}`,
  },
  soa: {
    caption: 'Where each control of Annex A stands, for the organization and each AI system',
    control: 'Control',
    notAsked: 'not asked of it',
    filterSystems: 'Filter AI systems',
    filterControls: 'Filter controls',
    keys: 'Arrow keys move between cells, Enter goes to the place.',
    legend: 'What the signs mean',
    noMatch: 'Nothing matches.',
    page: (first, last, of) => `${first} to ${last} of ${counted(of, 'column', 'columns')}`,
    previous: 'Previous columns',
    next: 'Next columns',
  },
  calendar: {
    overdue: 'Overdue',
    nothing: 'Nothing with a day is overdue or falls due within a year.',
    more: (count) => `and ${count} more, later`,
    items: (count) => counted(count, 'item', 'items'),
    month: (year, month) => `${MONTHS[month - 1] ?? ''} ${year}`,
  },
  ratings: {
    risks: (organization) => `Risks of ${organization ?? SYSTEMS_ALONE}`,
    harms: (organization) => `Harms in impact assessments of ${organization ?? SYSTEMS_ALONE}`,
    beforeTreatment: 'Before treatment',
    beforeMeasures: 'Before measures',
    afterTreatment: 'After treatment',
    afterMeasures: 'After measures',
    likelihood: 'Likelihood',
    severity: 'Severity',
    noLevel: 'no level set',
    accepted: (level) => `Accepted without a named person up to: ${level}.`,
    count: (count, of) => counted(count, of === 'risks' ? 'risk' : 'harm', of),
    cell: (likelihood, severity) => `${likelihood}, ${severity}`,
    unrated: 'Not rated on these scales',
    common: 'On a common scale, as long as there is none of your own: so no level is worked out.',
    onCommon: (count, organization) =>
      organization === undefined
        ? `${shown(count)} on a common scale: there is no organization file. Scales of your own are set in one: under “risk”, “likelihood” and “severity”, each a list of words, the lowest first.`
        : `${shown(count)} on a common scale: the file of ${organization} sets none. To set your own, add “likelihood” and “severity” under “risk” there, each a list of words, the lowest first.`,
    unscaled: (count, organization) =>
      `${notShown(count)}: the file of ${organization} sets no scales. Add “likelihood” and “severity” under “risk” there, each a list of words, the lowest first.`,
    ofNoOrganization: (count) =>
      `${notShown(count)}: there is no organization file for the system that can be read, and scales are set there: under “risk”, “likelihood” and “severity”, each a list of words, the lowest first.`,
    none: 'No risks are written down yet.',
  },
  trend: {
    what: 'How many requirements had each verdict at the end of each month, by the files as they were committed then.',
    load: 'Read the history',
    stop: 'Stop',
    loading: (done, of) => `Reading commits: ${done} of ${of}`,
    stopped: 'Stopped.',
    unavailable: 'git cannot say how the files were: it is not installed, or the history is not here.',
    untrusted: 'The history is read with git, which needs a workspace you trust.',
    nothing: 'No commit of the last twelve months holds an organization or an AI system.',
    caption: 'Requirements by verdict, month by month',
    day: 'Day',
    now: 'now',
  },
};

const TABLES: ReadonlyMap<string, Words> = new Map(
  [ENGLISH, GERMAN].map((table) => [table.language, table] as const),
);

/** @param language as an editor names it: `en`, `de`, `pt-br`; one there is no table for reads English */
export const wordsFor = (language: string): Words => TABLES.get(language.split('-')[0] ?? '') ?? ENGLISH;
