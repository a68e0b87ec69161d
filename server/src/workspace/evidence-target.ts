/** What a card points to inside a file, as something that can be asked about. */
import { isTestCode, parseTarget, type Part } from '../evidence';
import type { ResolvedPath } from './uri';

export interface EvidenceTarget {
  readonly uri: string;
  /** Undefined where the whole file is meant. */
  readonly part: Part | undefined;
  /** The same text for the same part, however it was written. */
  readonly key: string;
  /** Whose results a test report may tell. */
  readonly isTest: boolean;
}

/**
 * @param anchor of the long form of evidence, where the part stands in a key of its own
 * @returns undefined where there is nothing to ask: an address, a record, or a whole file that is no test
 */
export function evidenceTarget(
  text: string,
  anchor: string | undefined,
  resolved: ResolvedPath,
): EvidenceTarget | undefined {
  if (resolved.kind !== 'file') return undefined;
  const target = parseTarget(text, anchor);
  if (target.kind !== 'file') return undefined;
  const { part } = target;
  const isTest = isTestCode(resolved.uri, part);
  if (!part && !isTest) return undefined;
  return { uri: resolved.uri, part, key: part ? JSON.stringify(part) : '', isTest };
}
