/** CPU time of a server, from Linux's /proc; elsewhere it is not known. */
import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const list = (path: string): readonly string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

/** The process and all it started. */
function tree(pid: number): readonly number[] {
  const found = [pid];
  for (const parent of found)
    for (const thread of list(`/proc/${parent}/task`))
      for (const child of read(`/proc/${parent}/task/${thread}/children`).trim().split(' '))
        if (child !== '') found.push(Number(child));
  return found;
}

/** Milliseconds on a CPU so far, of all threads of the process and its children; undefined where it is not known. */
export function cpuTime(pid: number): number | undefined {
  let nanoseconds = 0;
  for (const process of tree(pid))
    for (const thread of list(`/proc/${process}/task`))
      nanoseconds += Number(read(`/proc/${process}/task/${thread}/schedstat`).split(' ')[0]);
  return nanoseconds === 0 ? undefined : nanoseconds / 1e6;
}
