/** Word of long work in the editor, where it shows such. */
import { WorkDoneProgress, WorkDoneProgressCreateRequest } from 'vscode-languageserver';
import { errorText } from './log';
import type { Session } from './session';
import { pause } from './timers';

/** Shorter work comes and goes without a word. In milliseconds. */
const LONG = 1_000;

let tokens = 0;

/**
 * Does some work, and says so while it takes long. It cannot be cancelled: half a workspace would look as if the other
 * half were gone.
 *
 * @param title in words, such as "Reading the workspace"
 */
export async function withProgress<T>(session: Session, title: string, work: Promise<T>): Promise<T> {
  const ending = work.then(
    () => 'done' as const,
    () => 'done' as const,
  );
  if (session.client.showsProgress)
    void show(session, title, ending).catch((error: unknown) =>
      session.log.warn(`Progress: ${errorText(error)}`),
    );
  return work;
}

async function show({ connection }: Session, title: string, ending: Promise<'done'>): Promise<void> {
  if ((await Promise.race([ending, pause(LONG)])) === 'done') return;
  const token = `aims-${++tokens}`;
  await connection.sendRequest(WorkDoneProgressCreateRequest.type, { token });
  await connection.sendProgress(WorkDoneProgress.type, token, { kind: 'begin', title, cancellable: false });
  await ending;
  await connection.sendProgress(WorkDoneProgress.type, token, { kind: 'end' });
}
