/** `aims lsp --stdio`: the language server, for editors that start it by name. */
import { readArgs, type Command } from './command';
import { EXIT, UsageError } from './io';

const HELP = `aims lsp --stdio

Starts the language server. It speaks the Language Server Protocol on standard input and output until told to exit.

  --stdio   the only way it speaks
`;

export const lsp: Command = {
  name: 'lsp',
  summary: 'Start the language server.',
  help: HELP,
  run: async (args) => {
    const { values } = readArgs('lsp', args, {
      stdio: { type: 'boolean' },
      // Editors add it so that a server notices when they are gone; the protocol library reads it itself.
      clientProcessId: { type: 'string' },
    });
    if (!values.stdio)
      throw new UsageError('lsp speaks over standard input and output only: aims lsp --stdio');
    const { startServer } = await import('../lsp/start');
    startServer();
    // The server ends the process itself; what is set here counts when standard input closes first.
    return EXIT.clean;
  },
};
