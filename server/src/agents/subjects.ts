/** Whom a question is about: organizations and AI systems by their ids. */
import { nearest } from '../catalogue';
import { nameOf } from '../features/subject';
import { subjectsOf } from '../features/tree';
import { quoteForUser } from '../syntax/quoteForUser';
import { evaluateSubject } from '../verdict/evaluate';
import type { RequirementResult } from '../verdict/types';
import type { Snapshot, Subject } from '../workspace/snapshot';
import { said } from './said';
import { ToolError, type PropertySchema } from './schema';
import type { World } from './tool';

export const SUBJECT_INPUT = {
  type: 'string',
  maxLength: 200,
  description: 'Id of an AI system or organization, as aims_status lists them.',
} as const satisfies PropertySchema;

const MOST_NAMED = 20;

/** Ids to choose from, for errors. */
function idsInWords(snapshot: Snapshot): string {
  const ids = [...new Set(subjectsOf(snapshot).map(({ id }) => said(id)))];
  if (ids.length === 0)
    return 'No organization and no AI system is described in this workspace: a file aims.yaml with `kind: system` describes one.';
  const more = ids.length - MOST_NAMED;
  return `There are: ${ids.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/**
 * Those with an id; all where none is asked for. Several can have the same id: two roots, two organizations.
 *
 * @throws {ToolError} where nothing has it
 */
export function chosenSubjects(snapshot: Snapshot, id: string | undefined): readonly Subject[] {
  const all = subjectsOf(snapshot);
  if (id === undefined) return all;
  const wanted = id.trim();
  const found = all.filter((subject) => subject.id === wanted);
  const named = found.length > 0 ? found : all.filter((subject) => nameOf(subject) === wanted);
  if (named.length > 0) return named;
  const close = nearest(
    wanted,
    all.map((subject) => subject.id),
  );
  throw new ToolError(
    `Nothing has the id ${quoteForUser(wanted)}. ${close === undefined ? '' : `Did you mean ${said(close)}? `}${idsInWords(snapshot)}`,
  );
}

/** Its verdicts at the day that counts where it is described. */
export const resultsOf = ({ snapshot, service }: World, subject: Subject): readonly RequirementResult[] =>
  evaluateSubject(snapshot, subject, service.date(subject.uri)).results;

/** One of them; undefined where it is not asked of the subject. */
export const resultOf = (world: World, subject: Subject, id: string): RequirementResult | undefined =>
  resultsOf(world, subject).find(({ requirement }) => requirement.id === id);
