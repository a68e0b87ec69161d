/** `aims/checkAnswer`: what the rules would say of an answer, before anything is written. */
import { RequestType } from 'vscode-languageserver';
import { nearest } from '../../catalogue';
import { freeId } from '../../draft';
import type { Organization } from '../../model/build';
import { isSamePerson, nameOf } from '../../model/people';
import { isPersonId } from '../../model/read-scalar';
import { isPlaceholder } from '../../model/scalars';
import { CHECK_ANSWER_REQUEST, type CheckAnswerParams, type CheckAnswerResult } from '../../protocol';
import { messageOf, ruleById } from '../../rules/engine';
import type { Snapshot } from '../../workspace/snapshot';
import { canonicalUri } from '../../workspace/uri';
import { answer } from '../answer';
import { organizationFor } from '../form-choices';
import type { Session } from '../session';

export function answerCheckAnswer(session: Session): void {
  answer(
    session,
    new RequestType<CheckAnswerParams | null, CheckAnswerResult, void>(CHECK_ANSWER_REQUEST),
    async (params) => {
      if (typeof params?.text !== 'string' || typeof params.uri !== 'string') return {};
      const snapshot = await session.snapshot();
      const text = params.text.trim();
      const problem = problemOf(snapshot, { ...params, text, uri: canonicalUri(params.uri) });
      if (problem !== undefined) return { problem };
      return params.key === 'name' ? { id: freeId(snapshot, text) } : {};
    },
    { otherwise: {} },
  );
}

function problemOf(snapshot: Snapshot, { key, text, uri, assessor }: CheckAnswerParams): string | undefined {
  if (isPlaceholder(text)) return said('placeholder', 'one');
  if (key === 'id') return problemOfId(snapshot, text);
  if (key === 'name') return text === '' ? said('placeholder', 'one') : undefined;
  const organization = organizationFor(snapshot, uri);
  if (assessor !== undefined && text !== '' && isSamePerson(organization, text, assessor))
    return said('assessment-self-approved', 'reviewer', { name: nameOf(organization, text) });
  return problemOfPerson(organization, text);
}

function problemOfId({ systems }: Snapshot, id: string): string | undefined {
  if (id === '') return said('invalid-id', 'empty');
  if (/\s/.test(id)) return said('invalid-id', 'named', { text: id });
  return systems.some((system) => system.id === id) ? said('duplicate-id', 'card', { id }) : undefined;
}

/** Nobody is an answer too. */
function problemOfPerson(organization: Organization | undefined, text: string): string | undefined {
  const ids = organization?.people?.items.flatMap(({ id }) => id?.value ?? []) ?? [];
  if (text === '' || !isPersonId(text) || ids.length === 0 || ids.includes(text)) return undefined;
  const suggestion = nearest(text, ids);
  return said('unknown-person', suggestion === undefined ? 'none' : 'near', {
    id: text,
    suggestion: suggestion ?? '',
  });
}

/** The words of the rule that reports the same in a file. */
function said(id: string, message: string, args: Readonly<Record<string, string>> = {}): string | undefined {
  const rule = ruleById(id);
  return rule && messageOf(rule, { message, args });
}
