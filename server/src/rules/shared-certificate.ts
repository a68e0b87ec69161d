import type { Artefact } from '../model/build';
import type { FormatProblem } from '../model/problems';

const WORD = /^(?:(?:is)?[-_]?(?:iso)?[-_]?(?:iec)?[-_]?(?:42001)?[-_]?)certifi(?:ed|cation|cate)$/i;

/** Is this key, which the format does not have here, the claim that a system is certified? */
export function isCertificateKey(
  artefact: Artefact,
  { place, key }: Extract<FormatProblem, { code: 'unknown-key' }>,
): boolean {
  const [first] = place.route;
  const aboutSystem =
    artefact.kind === 'system' ||
    (artefact.kind === 'organization' && (first === 'systems' || first === 'profiles'));
  return aboutSystem && WORD.test(key);
}
