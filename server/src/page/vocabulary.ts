/** What the dashboard says of its own: one table for each language. */
import type { Phase, Verdict } from '../protocol';

export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly judgedAt: (date: string) => string;
  readonly noCertificate: string;
  readonly empty: string;
  readonly reading: string;
  readonly sections: {
    readonly cycle: string;
    readonly soa: string;
    readonly calendar: string;
    readonly ratings: string;
    readonly trend: string;
  };
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly meanings: Readonly<Record<Verdict, string>>;
  readonly phases: Readonly<Record<Phase, { readonly title: string; readonly what: string }>>;
  readonly kinds: { readonly organization: string; readonly system: string };
  readonly counted: (count: number, verdict: string) => string;
  readonly requirements: (count: number) => string;
  readonly cycle: {
    readonly of: string;
    readonly all: string;
    readonly nothing: string;
    readonly picture: (phases: string) => string;
  };
  readonly soa: {
    readonly caption: string;
    readonly control: string;
    readonly notAsked: string;
    readonly filterSystems: string;
    readonly filterControls: string;
    readonly keys: string;
    readonly legend: string;
    readonly noMatch: string;
    readonly page: (first: number, last: number, of: number) => string;
    readonly previous: string;
    readonly next: string;
  };
  readonly calendar: {
    readonly overdue: string;
    readonly nothing: string;
    readonly more: (count: number) => string;
    readonly items: (count: number) => string;
    /** @param month 1 to 12 */
    readonly month: (year: string, month: number) => string;
  };
  readonly ratings: {
    /** Without an organization: of systems that belong to none. */
    readonly risks: (organization?: string) => string;
    readonly harms: (organization?: string) => string;
    readonly beforeTreatment: string;
    readonly beforeMeasures: string;
    readonly afterTreatment: string;
    readonly afterMeasures: string;
    readonly likelihood: string;
    readonly severity: string;
    readonly noLevel: string;
    readonly accepted: (level: string) => string;
    readonly count: (count: number, of: 'risks' | 'harms') => string;
    readonly cell: (likelihood: string, severity: string) => string;
    readonly unrated: string;
    /** Of what is shown on scales that nobody here has set. */
    readonly common: string;
    readonly onCommon: (count: number, organization?: string) => string;
    readonly unscaled: (count: number, organization: string) => string;
    readonly ofNoOrganization: (count: number) => string;
    readonly none: string;
  };
  readonly trend: {
    readonly what: string;
    readonly load: string;
    readonly stop: string;
    readonly loading: (done: number, of: number) => string;
    readonly stopped: string;
    readonly unavailable: string;
    readonly untrusted: string;
    readonly nothing: string;
    readonly caption: string;
    readonly day: string;
    readonly now: string;
  };
}
