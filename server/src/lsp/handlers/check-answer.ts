/** `aims/checkAnswer`: what the rules would say of an answer, before anything is written. */
import { RequestType } from 'vscode-languageserver';
import { nearest } from '../../catalogue';
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
    async (params): Promise<CheckAnswerResult> => {
      if (typeof params?.text !== 'string' || typeof params.uri !== 'string') return {};
      const snapshot = await session.snapshot();
      const problem = problemOf(snapshot, params.key, params.text.trim(), canonicalUri(params.uri));
      return problem === undefined ? {} : { problem };
    },
    { otherwise: {} },
  );
}

function problemOf(
  snapshot: Snapshot,
  key: CheckAnswerParams['key'],
  text: string,
  uri: string,
): string | undefined {
  if (isPlaceholder(text)) return said('placeholder', 'one');
  if (key === 'id') return problemOfId(snapshot, text);
  if (key === 'name') return text === '' ? said('placeholder', 'one') : undefined;
  return problemOfPerson(snapshot, text, uri);
}

function problemOfId({ systems }: Snapshot, id: string): string | undefined {
  if (id === '') return said('invalid-id', 'empty');
  if (/\s/.test(id)) return said('invalid-id', 'named', { text: id });
  return systems.some((system) => system.id === id) ? said('duplicate-id', 'card', { id }) : undefined;
}

/** Nobody is an answer too. */
function problemOfPerson(snapshot: Snapshot, text: string, uri: string): string | undefined {
  const ids = organizationFor(snapshot, uri)?.people?.items.flatMap(({ id }) => id?.value ?? []) ?? [];
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
