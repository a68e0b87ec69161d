/** What of an impact assessment is approved: all but the words that say it is. */
import type { ImpactAssessment } from '../model/build';
import { asNode, meaningOfBlock, type Content } from './content';

/** The part of `aims.lock` an assessment is known by. */
export const ASSESSMENT_PART = 'assessment';

/** Its id is what the record is known by. */
const OMIT = ['aims', 'kind', 'id', 'status', 'approvedBy', 'approvedOn'];

export const assessmentContent = (body: ImpactAssessment): ReadonlyMap<string, Content> =>
  meaningOfBlock(asNode(body), { omit: OMIT });
