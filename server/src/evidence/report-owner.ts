/**
 * Whose results a report holds. Runs in a monorepo start in the folder of a package and name files from there:
 * `tests/test_x.py` in a report can be the file of several packages. Where the report lies tells which.
 */

/**
 * @param test path of the test from the root of the workspace
 * @param place the file as the report names it, with `/` or, for Python, with dots and without its ending; empty where it
 *   names none
 * @param report path of the report
 * @param files paths of all tests that are known
 */
export function ownsReport(
  test: string,
  place: string,
  report: string,
  files: readonly string[],
): 'yes' | 'no' | 'unclear' {
  const folder = homeOf(report);
  if (place === '') return isBelow(test, folder) ? 'yes' : 'no';
  const own = claim(test, place, folder);
  if (own === undefined) return 'no';
  const rivals = files.filter((file) => file !== test).map((file) => claim(file, place, folder) ?? -Infinity);
  if (rivals.some((rank) => rank > own)) return 'no';
  return rivals.includes(own) ? 'unclear' : 'yes';
}

/**
 * How strong the claim of a file is: the deeper the folder its run must have started in, as long as the report lies in or
 * below it. Weakest where the report lies above (`junit.xml` at the root): then many packages may have written there.
 *
 * @returns undefined where the file does not end as the place does, or report and start lie in different branches
 */
function claim(file: string, place: string, folder: string): number | undefined {
  const start = startOf(file, place);
  if (start === undefined) return undefined;
  if (isBelow(folder, start)) return start === '' ? 0 : start.split('/').length;
  return isBelow(start, folder) ? -1 : undefined;
}

/** The folder a run started in if it called the file so; the root where it started there or above. */
function startOf(file: string, place: string): string | undefined {
  const named = place.includes('/') || /\.[cm]?[jt]sx?$/i.test(place) ? place : undefined;
  const [path, end] =
    named === undefined ? [file.replace(/\.py$/i, '').replaceAll('/', '.'), place] : [file, named];
  if (path === end) return '';
  const sign = named === undefined ? '.' : '/';
  if (end.endsWith(sign + path)) return '';
  return path.endsWith(sign + end) ? file.slice(0, path.length - end.length - 1) : undefined;
}

function isBelow(inner: string, outer: string): boolean {
  return outer === '' || inner === outer || inner.startsWith(`${outer}/`);
}

/** Folders that only collect output: the run belongs to the folder they stand in. */
const OUTPUT = /(?:^|\/)(?:reports?|(?:test-)?results|junit|build|out|target|coverage|artifacts)(?:\/.*)?$/i;

/** The folder a report speaks for. */
function homeOf(report: string): string {
  const slash = report.lastIndexOf('/');
  return slash < 0 ? '' : report.slice(0, slash).replace(OUTPUT, '');
}
