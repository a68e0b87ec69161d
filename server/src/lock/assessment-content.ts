/** What of an impact assessment is approved: all but the words that say it is. */
import { asBlock } from '../model/located';
import type { ImpactAssessment } from '../model/build';
import { digestOf, meaningOfBlock, type Content } from './content';
import type { Digest } from '../evidence';

/** The part of `aims.lock` an assessment is known by. */
export const ASSESSMENT_PART = 'assessment';

/** Its id is what the record is known by. */
const OMIT = ['aims', 'kind', 'id', 'status', 'approvedBy', 'approvedOn'];

export const assessmentContent = (body: ImpactAssessment): ReadonlyMap<string, Content> =>
  meaningOfBlock(asBlock(body), { omit: OMIT });

const digests = new WeakMap<ImpactAssessment, Digest>();

/** Kept with the assessment: many rows may rest on one. */
export function assessmentDigest(body: ImpactAssessment): Digest {
  let digest = digests.get(body);
  if (!digest) digests.set(body, (digest = digestOf(assessmentContent(body))));
  return digest;
}
