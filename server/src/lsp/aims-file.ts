/** The AIMS file a request is about, as it was when the request was made. */
import type { CancellationToken, TextDocumentIdentifier } from 'vscode-languageserver';
import type { AimsFile } from '../model/build';
import { canonicalUri } from '../workspace/uri';
import type { Snapshot } from '../workspace/snapshot';
import { snapshotFor, type Session } from './session';

export interface AimsFileNow {
  readonly snapshot: Snapshot;
  /** Canonical. */
  readonly uri: string;
  readonly file: AimsFile;
}

/**
 * @returns undefined for files that are not ours: the editor asks others, or goes by the text
 * @throws ResponseError where the request was cancelled or the text has changed meanwhile
 */
export async function aimsFileFor(
  session: Session,
  textDocument: TextDocumentIdentifier,
  token: CancellationToken,
): Promise<AimsFileNow | undefined> {
  const snapshot = await snapshotFor(session, textDocument.uri, token);
  const uri = canonicalUri(textDocument.uri);
  const file = snapshot.files.get(uri);
  return file && { snapshot, uri, file };
}
