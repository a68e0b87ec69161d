/** Starts the language server on stdin and stdout. */
import { createNodeHost } from '../node/host';
import { systemClock } from '../node/clock';
import { atCommit } from '../node/past';
import { toFolderPath } from '../node/paths';
import { createServer } from './server';
import { followParent, surviveMistakes } from './transport/process';
import { connectStdio } from './transport/stdio';

/** Returns at once; the process lives until the client shuts the server down or is gone. */
export function startServer(): void {
  const connection = connectStdio();
  const server = createServer(connection, {
    clock: systemClock(),
    atCommit,
    hostFor: (folders) =>
      // Whether it is asked, trust decides.
      createNodeHost(
        folders.flatMap((uri) => toFolderPath(uri) ?? []),
        { git: {} },
      ),
    onInitialize: ({ processId }) => followParent(processId),
  });
  surviveMistakes((message) => server.log.error(message));
  connection.listen();
}
