/** Files as the editor knows them, asked for one by one: whatever goes wrong there is an answer, in time. */
import { CancellationTokenSource, type ProtocolConnection } from 'vscode-languageserver';
import {
  FILE_LIST_REQUEST,
  FILE_READ_REQUEST,
  FILE_STAT_REQUEST,
  type FileListResult,
  type FileReadParams,
  type FileReadResult,
  type FileStatResult,
} from '../../protocol';
import { atMost } from '../../workspace/at-most';
import { inTime } from '../../workspace/in-time';

/** Questions that wait for their answer at the same time. */
const AT_ONCE = 16;

/** A provider of files that does not answer must not hold up all others. In milliseconds. */
const GIVE_UP_AFTER = 30_000;

export interface ClientFiles {
  list(uri: string): Promise<FileListResult>;
  stat(uri: string): Promise<FileStatResult>;
  read(params: FileReadParams): Promise<FileReadResult>;
}

/** @param giveUpAfter in milliseconds */
export function clientFiles(
  connection: Pick<ProtocolConnection, 'sendRequest'>,
  giveUpAfter = GIVE_UP_AFTER,
): ClientFiles {
  const inTurn = atMost(AT_ONCE);
  const ask = <R>(method: string, params: object, otherwise: R): Promise<R> =>
    inTurn(async () => {
      const source = new CancellationTokenSource();
      let answer = otherwise;
      const answered = connection.sendRequest<R>(method, params, source.token).then(
        (given) => void (answer = given ?? otherwise),
        () => undefined,
      );
      if (!(await inTime(answered, giveUpAfter))) source.cancel();
      return answer;
    });
  return {
    list: (uri) => ask<FileListResult>(FILE_LIST_REQUEST, { uri }, null),
    stat: (uri) => ask<FileStatResult>(FILE_STAT_REQUEST, { uri }, { is: 'unknown' }),
    read: (params) => ask<FileReadResult>(FILE_READ_REQUEST, params, { none: 'unreadable' }),
  };
}
