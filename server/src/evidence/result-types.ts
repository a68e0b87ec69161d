/** What is asked about a test, and what reports answer. */
import type { RunTime, TestCase } from './junit';

export interface TestId {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  /** As in `Part`: a test, or a class or suite that stands for all in it; none: all tests of the file. */
  readonly names: readonly string[];
  readonly parameter?: string;
}

/** A report that was read (`readJUnit`), with what its file tells. */
export interface TestReport {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  readonly cases: readonly TestCase[];
  /** Does it end as it should? One that does not counts for nothing. */
  readonly complete: boolean;
  /** Milliseconds since 1970 at which the file was written: used where a report tells no time, to find the newest. */
  readonly modified?: number;
}

export interface RunResult {
  readonly kind: TestCase['outcome'];
  /** Path of the report that says so. */
  readonly report: string;
  /** When the test ran, where the report tells. */
  readonly ranAt?: RunTime;
  /** A test with parameters has several cases: it failed where one did, and was skipped where all were. */
  readonly cases: { readonly passed: number; readonly failed: number; readonly skipped: number };
  /** What the report says about the first case that failed or, if none, was skipped. */
  readonly message?: string;
}

export type TestResult =
  | RunResult
  /** No report speaks of it. */
  | { readonly kind: 'none' }
  /** Reports speak of it, but may mean another test, or do not tell which of them is the newest. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Cases of one report that may be the test's. */
export interface Match {
  readonly case: TestCase;
  /** The file as the report names it: a path, a dotted module, or nothing. */
  readonly place: string;
  /** How well the place fits; higher is better. */
  readonly fit: number;
  /** Cases with different titles that all fit what was written: only one can be meant. */
  readonly title?: string;
}
