/** `check --format json`: a promised shape, the same bytes every time. */
import { dirname, relative, sep } from 'node:path';
import type { Commit } from '../workspace/git';
import type { FileFinding } from './findings';
import type { Target } from './target';
import { jsonText } from './terminal';

/** The innermost folder that holds all of them. */
function commonFolder(folders: readonly string[]): string {
  let [common = '.'] = folders;
  for (const folder of folders)
    while (relative(common, folder).split(sep)[0] === '..') common = dirname(common);
  return common;
}

/** One finding in its promised shape; its file is named from a folder. */
export const findingJson = (
  { rule, severity, message, path, cell, range, requirement }: FileFinding,
  folder: string,
) => ({
  rule,
  severity,
  message,
  file: relative(folder, path).split(sep).join('/'),
  ...(cell === undefined ? {} : { cell }),
  range: {
    start: { line: range.start.line, character: range.start.character },
    end: { line: range.end.line, character: range.end.character },
  },
  ...(requirement === undefined ? {} : { requirement }),
});

/**
 * Files are named from the PATH they were asked about by: from the folder, or the folder a file stands in; with several
 * paths, from the innermost folder that holds them all.
 *
 * @param commit the files are of; named where they are not those on disk
 */
export function checkJson(
  findings: readonly FileFinding[],
  targets: readonly Target[],
  commit: Commit | undefined,
): string {
  const base = commonFolder(targets.map((target) => target.folder));
  return jsonText({
    ...(commit === undefined ? {} : { commit: commit.hash }),
    findings: findings.map((finding) => findingJson(finding, base)),
  });
}
