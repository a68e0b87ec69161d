import { setInterval } from 'node:timers';

const EVERY_MS = 500;

/**
 * Ends this process like SIGTERM does once npm, or the shell that npm runs scripts in, has ended. npm hands a signal to
 * that shell, which ends and tells nobody below it: what is served would go on for ever. Ctrl-C reaches all of them.
 *
 * Does nothing where npm did not start this process: what is put in the background by hand may outlive its shell.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS).unref();
}
