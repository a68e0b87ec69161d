/** The settings of the extension, in one table that generates the manifest section, the type's defaults and the docs. */
import { COMING_DUE_DAYS } from '../model/calendar';
import { parseDay } from '../model/scalars';
import type { Severity } from '../rules/rule';

/** What the engine is told. */
export interface Settings {
  /** YYYY-MM-DD: judge everything at this day instead of today. */
  readonly at: string | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Findings in ML code. */
  readonly codeFindings: boolean;
  /** Test reports outside the usual places: paths and patterns from the workspace folders. */
  readonly testResults: readonly string[];
  /** How many days ahead something is said to come due; 0: not before it is overdue. */
  readonly comingDueDays: number;
  /** What stands between the words of AIMS files, to read along. */
  readonly inlayHints: 'off' | 'titles' | 'ages' | 'all';
  /** Lines above AIMS files and their entries. */
  readonly codeLens: boolean;
}

const INLAY_HINTS: readonly Settings['inlayHints'][] = ['off', 'titles', 'ages', 'all'];

/** A year: who looks further ahead is told of everything all the time. */
const MOST_DAYS_AHEAD = 366;

export interface SettingEntry {
  /** Below `aims.`. */
  readonly key: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Shown in the settings editor and the docs. */
  readonly description: string;
}

export const SETTINGS: readonly SettingEntry[] = [
  {
    key: 'at',
    schema: { type: 'string', default: '', pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' },
    description: 'Judge everything at this day (`YYYY-MM-DD`) instead of today. Empty: today, in UTC.',
  },
  {
    key: 'rules',
    schema: {
      type: 'object',
      default: {},
      additionalProperties: { type: 'string', enum: ['error', 'warning', 'info', 'hint', 'off'] },
    },
    description: 'Severity of single rules, by rule id: `error`, `warning`, `info`, `hint` or `off`.',
  },
  {
    key: 'code.enable',
    schema: { type: 'boolean', default: true },
    description:
      'Show findings in code that loads, trains or calls a model: Python, notebooks, JavaScript and TypeScript.',
  },
  {
    key: 'testResults',
    schema: { type: 'array', items: { type: 'string' }, default: [] },
    description:
      'Reports of test runs in JUnit XML: paths or patterns from the workspace folder, such as `out/tests/*.xml`. Found without it, beside a card and in the workspace folder: `junit.xml`, `reports/*.xml`, `test-results/**/*.xml`.',
  },
  {
    key: 'comingDueDays',
    schema: { type: 'integer', default: COMING_DUE_DAYS, minimum: 0, maximum: MOST_DAYS_AHEAD },
    description:
      'How many days before its day a review, audit, action or plan is said to come due, as information. 0: not before it is overdue.',
  },
  {
    key: 'inlayHints',
    schema: { type: 'string', enum: [...INLAY_HINTS], default: 'off' },
    description:
      'Show, between the words of AIMS files: `titles` of controls and clauses behind their ids, `ages` of days and when a review is due, `all`, or nothing (`off`).',
  },
  {
    key: 'codeLens',
    schema: { type: 'boolean', default: true },
    description:
      'Show above cards, controls, people, suppliers and profiles how many requirements are evidenced, what changed since it was approved, and how many systems use it.',
  },
  {
    key: 'trace.server',
    schema: { type: 'string', enum: ['off', 'messages', 'verbose'], default: 'off' },
    description: 'Write the messages between VS Code and the language server to the log.',
  },
];

const SEVERITY_WORDS = new Set(['error', 'warning', 'info', 'hint', 'off']);

const isDaysAhead = (raw: unknown): raw is number =>
  Number.isInteger(raw) && Number(raw) >= 0 && Number(raw) <= MOST_DAYS_AHEAD;

/** Reads what a client sent; anything that does not fit counts as not set. */
export function readSettings(raw: unknown): Settings {
  const section = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  const rules =
    typeof section.rules === 'object' && section.rules !== null ? Object.entries(section.rules) : [];
  const code =
    typeof section.code === 'object' && section.code !== null
      ? (section.code as Record<string, unknown>)
      : {};
  const at = section.at;
  return {
    at: typeof at === 'string' ? parseDay(at) : undefined,
    severities: Object.fromEntries(
      rules.flatMap(([rule, severity]) =>
        typeof severity === 'string' && SEVERITY_WORDS.has(severity)
          ? [[rule, severity as Severity | 'off'] as const]
          : [],
      ),
    ),
    codeFindings: code.enable !== false,
    testResults: Array.isArray(section.testResults)
      ? section.testResults.filter((path) => typeof path === 'string' && path.trim() !== '')
      : [],
    comingDueDays: isDaysAhead(section.comingDueDays) ? section.comingDueDays : COMING_DUE_DAYS,
    inlayHints: INLAY_HINTS.find((word) => word === section.inlayHints) ?? 'off',
    codeLens: section.codeLens !== false,
  };
}

export const DEFAULT_SETTINGS: Settings = readSettings({});
