import { parseArgs } from 'node:util';

/** What `npm start -- --help` prints. */
export const HELP = `npm start -- [options]

Installs what is missing, builds the extension, and opens VS Code with it on a copy of examples/northwind, which is kept
in .scratch/northwind and yours to change. Where there is no desktop VS Code, one is served on this machine: open the
address it prints in a browser. Ctrl-C ends it.

  --fresh     throw the copy away and start from the example as it is
  --no-open   open no desktop VS Code: serve one on this machine and print its address
  --port N    serve it on this port (any free one)
  --help      print this, do nothing else
`;

/**
 * Reads what stands behind `npm start --`.
 *
 * @param {readonly string[]} args
 * @returns {{fresh: boolean, 'no-open': boolean, help: boolean, port: number | undefined}}
 * @throws {Error} one line that says what is wrong and where the options are listed
 */
export function readOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, port: values.port === undefined ? undefined : readPort(values.port) };
  } catch (error) {
    // What node:util says goes on to explain how to escape a dash.
    const [said] = error.message.split(/\. |\n/);
    throw new Error(`${said.replace(/\.$/, '')} (npm start -- --help lists the options)`, { cause: error });
  }
}

function readPort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port ${text}: not a port, give a number from 1 to 65535`);
  return port;
}
