/** Test reports in JUnit's XML, as pytest, jest, vitest, mocha, node:test, Playwright, Gradle and others write it. */
import { translatable } from '../l10n/tr';
import { scanXml, type XmlEvent } from './xml';

export interface TestCase {
  /** As written, e.g. `test_parity[a-1]` or `describe > title`. */
  readonly name: string;
  readonly className: string;
  /** Names of the suites around it, from the outside in. */
  readonly suites: readonly string[];
  /** `file` of the case, else of the nearest suite; paths with `/`. */
  readonly file?: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What the report says about a failure or a skip, in one line; it may be anything, escape it. */
  readonly message?: string;
  /** When its suite ran. */
  readonly ranAt?: RunTime;
}

/** A moment of a report. */
export interface RunTime {
  /** As written. */
  readonly text: string;
  /** Milliseconds since 1970, read as UTC where the report names no zone. */
  readonly epoch: number;
  /** False where no zone is named: the moment is then known to about half a day only. */
  readonly hasZone: boolean;
}

export type JUnitReport =
  | {
      readonly kind: 'report';
      readonly cases: readonly TestCase[];
      /** False where the file is cut off or broken behind the last of the cases. */
      readonly complete: boolean;
    }
  /** Well-formed perhaps, but something else (a coverage report). */
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** UTF-16 code units. */
const MAX_LENGTH = 50_000_000;
const MAX_DEPTH = 200;
const MAX_CASES = 500_000;
const MAX_MESSAGE = 300;

/** Never throws. A case counts only once its element is closed. */
export function readJUnit(text: string): JUnitReport {
  if (text.length > MAX_LENGTH)
    return { kind: 'unreadable', reason: translatable('The report is too large to be read.') };
  const reader = new ReportReader();
  for (const event of scanXml(text)) {
    if (!reader.take(event)) break;
  }
  return reader.result();
}

interface Suite {
  readonly name: string;
  readonly file: string | undefined;
  readonly ranAt: RunTime | undefined;
}

/** The case that is being read. */
interface OpenCase {
  /** Of its element. */
  readonly depth: number;
  readonly attributes: ReadonlyMap<string, string>;
  outcome: Outcome;
  message?: string;
}

type Outcome = TestCase['outcome'];
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  failure: 'failed',
  error: 'failed',
  skipped: 'skipped',
};
/** How Google Test says that a case was not run. */
const NOT_RUN = new Set(['notrun', 'disabled', 'skipped', 'suppressed', 'ignored']);

class ReportReader {
  readonly #cases: TestCase[] = [];
  readonly #suites: Suite[] = [];
  #open: OpenCase | undefined;
  #depth = 0;
  #state: 'start' | 'reading' | 'broken' | 'other' | 'too-deep' = 'start';

  /** @returns false where reading on makes no sense */
  take(event: XmlEvent): boolean {
    if (event.kind === 'broken') this.#state = this.#state === 'start' ? 'other' : 'broken';
    else if (event.kind === 'open') this.#opened(event.name, event.attributes);
    else this.#closed(event.name);
    return this.#state === 'reading';
  }

  result(): JUnitReport {
    if (this.#state === 'other' || this.#state === 'start') return { kind: 'other' };
    if (this.#state === 'reading') return { kind: 'report', cases: this.#cases, complete: true };
    if (this.#cases.length > 0) return { kind: 'report', cases: this.#cases, complete: false };
    const reason =
      this.#state === 'broken'
        ? translatable('The report is cut off or not valid XML.')
        : translatable('The report is too deep or long.');
    return { kind: 'unreadable', reason };
  }

  #opened(name: string, attributes: ReadonlyMap<string, string>): void {
    const isSuite = name === 'testsuite' || name === 'testsuites';
    if (this.#state === 'start') this.#state = isSuite ? 'reading' : 'other';
    if (++this.#depth > MAX_DEPTH || this.#cases.length >= MAX_CASES) this.#state = 'too-deep';
    if (this.#state !== 'reading') return;
    if (isSuite && !this.#open) this.#suites.push(this.#suite(name, attributes));
    else if (name === 'testcase' && !this.#open) {
      const notRun = ['status', 'result'].some((key) =>
        NOT_RUN.has(attributes.get(key)?.toLowerCase() ?? ''),
      );
      this.#open = { depth: this.#depth, attributes, outcome: notRun ? 'skipped' : 'passed' };
    } else if (this.#open && this.#depth === this.#open.depth + 1) this.#says(this.#open, name, attributes);
  }

  #says(open: OpenCase, name: string, attributes: ReadonlyMap<string, string>): void {
    const outcome = Object.hasOwn(OUTCOMES, name) ? OUTCOMES[name] : undefined;
    // A case may fail and, in what cleans up behind it, fail again or be skipped: a failure stays one.
    if (outcome === undefined || open.outcome === 'failed') return;
    open.outcome = outcome;
    const message = attributes.get('message')?.slice(0, MAX_MESSAGE).replace(/\s+/g, ' ').trim();
    if (message) open.message = message;
  }

  #closed(name: string): void {
    if (this.#open?.depth === this.#depth) this.#finish(this.#open);
    else if (!this.#open && (name === 'testsuite' || name === 'testsuites')) this.#suites.pop();
    this.#depth--;
  }

  #finish({ attributes, outcome, message }: OpenCase): void {
    this.#open = undefined;
    const suite = this.#suites.at(-1);
    const file = pathOf(attributes) ?? suite?.file;
    const ranAt = timeOf(attributes.get('timestamp')) ?? suite?.ranAt;
    this.#cases.push({
      name: attributes.get('name') ?? '',
      className: attributes.get('classname') ?? '',
      suites: this.#suites.flatMap(({ name }) => name || []),
      outcome,
      ...(file === undefined ? {} : { file }),
      ...(message === undefined ? {} : { message }),
      ...(ranAt === undefined ? {} : { ranAt }),
    });
  }

  #suite(element: string, attributes: ReadonlyMap<string, string>): Suite {
    const outer = this.#suites.at(-1);
    return {
      // The name of the whole report ("jest tests") is no suite a test stands in.
      name: element === 'testsuite' ? (attributes.get('name') ?? '') : '',
      file: pathOf(attributes) ?? outer?.file,
      ranAt: timeOf(attributes.get('timestamp')) ?? outer?.ranAt,
    };
  }
}

function pathOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const file = attributes.get('file') ?? attributes.get('filepath');
  return file === undefined || file === '' ? undefined : file.replaceAll('\\', '/');
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d+)?\s*(Z|[-+]\d{2}:?\d{2})?$/i;
/** Mocha writes `Sat, 21 Nov 2026 21:03:36 GMT`. */
const HTTP_TIME = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function timeOf(attribute: string | undefined): RunTime | undefined {
  const text = attribute?.trim() ?? '';
  const [, day, time, fraction = '', zone] = TIME.exec(text) ?? [];
  const isHttp = HTTP_TIME.test(text);
  if (!isHttp && (day === undefined || time === undefined)) return undefined;
  const offset = zone?.replace(/^([-+]\d{2})(\d{2})$/, '$1:$2').toUpperCase() ?? 'Z';
  const epoch = Date.parse(isHttp ? text : `${day}T${time}${fraction.slice(0, 4)}${offset}`);
  return Number.isNaN(epoch) ? undefined : { text, epoch, hasZone: isHttp || zone !== undefined };
}
