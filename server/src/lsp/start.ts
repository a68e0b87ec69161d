/** Starts the language server on stdin and stdout. */
import { createNodeHost } from '../node/host';
import { systemClock } from '../node/clock';
import { atCommit } from '../node/past';
import { toFolderPath } from '../node/paths';
import { textsIn } from '../node/texts';
import { servesFiles } from './client-features';
import { clientFiles } from './files/client-files';
import { createClientHost } from './files/client-host';
import { JoinedHost } from './files/joined-host';
import { createServer } from './server';
import { followParent, surviveMistakes } from './transport/process';
import { connectStdio } from './transport/stdio';

/** Returns at once; the process lives until the client shuts the server down or is gone. */
export function startServer(): void {
  const connection = connectStdio();
  const files = clientFiles(connection);
  let hasFiles = false;
  const server = createServer(connection, {
    clock: systemClock(),
    atCommit,
    textsIn,
    hostFor: (folders) => {
      const paths = folders.flatMap((uri) => toFolderPath(uri) ?? []);
      // Whether git is asked, trust decides.
      const disk = createNodeHost(paths, { git: {} });
      const others = hasFiles ? folders.filter((uri) => toFolderPath(uri) === undefined) : [];
      return others.length > 0 ? new JoinedHost(disk, createClientHost(files, others)) : disk;
    },
    onInitialize: ({ processId, initializationOptions }) => {
      followParent(processId);
      hasFiles = servesFiles(initializationOptions);
    },
  });
  surviveMistakes((message) => server.log.error(message));
  connection.listen();
}
