/** Entry of the `aims` program. */
import { createNodeHost } from '../node/host';
import { run } from './run';

/** Whoever reads our output may stop early, as `head` does; there is nobody left to tell, and nothing is wrong. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const wantsColor = (): boolean => {
  const { NO_COLOR, TERM } = process.env;
  return process.stdout.isTTY && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
};

void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  cwd: process.cwd(),
  env: process.env,
  color: wantsColor(),
  now: () => new Date(),
  createHost: createNodeHost,
}).then((code) => {
  // Not process.exit(): a pipe may still hold part of the output.
  process.exitCode = code;
});
