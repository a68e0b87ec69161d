/** `aims/assessable`, `aims/newAssessment` and `aims/draftAssessment`: starting an impact assessment. */
import { tr, translatable } from '../../l10n/tr';
import { RequestType } from 'vscode-languageserver';
import { nameOf } from '../../features/subject';
import { subjectKey } from '../../features/tree/subject-key';
import { newAssessment } from '../../fixes/new-assessment';
import type { AssessmentAnswers } from '../../fixes/assessment';
import type { WrittenChange } from '../../fixes/edit';
import {
  ASSESSABLE_REQUEST,
  DRAFT_ASSESSMENT_REQUEST,
  NEW_ASSESSMENT_REQUEST,
  type AssessableResult,
  type DraftAssessmentParams,
  type DraftAssessmentResult,
  type NewAssessmentParams,
  type NewAssessmentResult,
} from '../../protocol';
import { linkedOrganization, type Snapshot, type SystemEntry } from '../../workspace/snapshot';
import { answer } from '../answer';
import { docOf, peopleOf, wordsAt } from '../form-choices';
import type { Session } from '../session';
import { toWorkspaceEdit } from '../workspace-edit';

const GONE = translatable('The system is not there any more. Nothing was written.');

export function answerNewAssessment(session: Session): void {
  answer(
    session,
    new RequestType<unknown, AssessableResult | null, void>(ASSESSABLE_REQUEST),
    async () => ({ systems: assessable(await session.snapshot()) }),
    { otherwise: null, staysOpen: true },
  );
  answer(
    session,
    new RequestType<NewAssessmentParams | null, NewAssessmentResult | null, void>(NEW_ASSESSMENT_REQUEST),
    async (params) => formFor(session, find(await session.snapshot(), params?.system)),
    { otherwise: null },
  );
  answer(
    session,
    new RequestType<DraftAssessmentParams | null, DraftAssessmentResult, void>(DRAFT_ASSESSMENT_REQUEST),
    (params) => draft(session, params),
    { otherwise: () => ({ refused: tr('The assessment could not be drafted. The log of AIMS says more.') }) },
  );
}

/** Those without one first; each by name. Only a system with an id can be named by an assessment. */
const assessable = ({ systems }: Snapshot): AssessableResult['systems'] =>
  systems
    .filter(({ body }) => body.id !== undefined)
    .map((system) => ({
      value: subjectKey(system),
      label: nameOf(system),
      description: system.id,
      isAssessed: system.assessments.length > 0,
    }))
    .sort((a, b) => Number(a.isAssessed) - Number(b.isAssessed) || (a.label < b.label ? -1 : 1));

const find = ({ systems }: Snapshot, key: unknown): SystemEntry | undefined =>
  systems.find((system) => subjectKey(system) === key);

function formFor(session: Session, system: SystemEntry | undefined): NewAssessmentResult | null {
  if (!system) return null;
  const organization = linkedOrganization(system.organization);
  return {
    name: nameOf(system),
    uri: session.documents.spell(system.uri),
    people: peopleOf(organization, 'assessor'),
    reviewers: peopleOf(organization, 'reviewer'),
    ...(organization?.id ? { organization: organization.id.value } : {}),
    kinds: wordsAt('impact-assessment', ['parties', 0, 'kind']),
    words: {
      assessor: docOf('impact-assessment', 'assessor'),
      reviewer: docOf('impact-assessment', 'reviewer'),
      parties: docOf('impact-assessment', 'parties'),
    },
  };
}

async function draft(session: Session, params: DraftAssessmentParams | null): Promise<DraftAssessmentResult> {
  // Before anything is waited for: typing may go on while the edit is made.
  const versions = session.documents.versions();
  const snapshot = await session.snapshot();
  const system = find(snapshot, params?.system);
  if (!system || !params) return { refused: tr(GONE) };
  const changes = await newAssessment(
    snapshot,
    system,
    readAnswers(params),
    async (uri) => (await session.host.stat(uri)) === 'missing',
  );
  const created = changes?.find(({ kind }) => kind === 'create');
  if (changes && created) return written(session, changes, created.uri, versions);
  return { refused: tr('No name for the file is free beside the card. Nothing was written.') };
}

async function written(
  session: Session,
  changes: readonly WrittenChange[],
  uri: string,
  versions: ReadonlyMap<string, number>,
): Promise<DraftAssessmentResult> {
  const edit = await toWorkspaceEdit(session, { title: tr('New impact assessment'), changes }, versions);
  if (!edit) return { refused: tr('The file could not be created. Nothing was written.') };
  const card = changes.find(({ kind }) => kind === 'edit')?.uri;
  return { edit, uri, ...(card === undefined ? {} : { card: session.documents.spell(card) }) };
}

const textOr = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Any client may send anything: what is no answer was not given. */
function readAnswers({ assessor, reviewer, parties }: DraftAssessmentParams): AssessmentAnswers {
  const named: readonly unknown[] = Array.isArray(parties) ? parties : [];
  return {
    assessor: textOr(assessor),
    reviewer: textOr(reviewer),
    parties: named.flatMap((party) => {
      if (typeof party !== 'object' || party === null || !('name' in party)) return [];
      const name = textOr(party.name);
      const kind = 'kind' in party && party.kind === 'indirect' ? 'indirect' : 'direct';
      return name === undefined ? [] : [{ name, kind } as const];
    }),
  };
}
