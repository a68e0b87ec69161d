/** Which open documents concern the engine, and as what. */
import { EXCLUDED_FOLDERS, fileKind, type FoundFile } from '../../workspace/host';
import { IGNORE_FILE } from '../../workspace/ignore-rules';
import { baseName, canonicalUri, folderOf, isUnsaved, relativePath, rootOf } from '../../workspace/uri';

/** Schemes of copies: the old side of a comparison is no second card. */
const COPIES = /^(?:git|gitfs|gitlens|conflictresolution|output|debug|search-editor|vscode-scm|review|pr):/i;

/** In a folder of other people's code or generated files, seen from the workspace folder (or, outside, from the top). */
export function isExcluded(key: string, roots: readonly string[]): boolean {
  const root = rootOf(key, roots);
  const folders = root === undefined ? folderOf(key) : (relativePath(root, folderOf(key)) ?? '');
  return folders.split('/').some((name) => EXCLUDED_FOLDERS.has(name));
}

/** Files by which git is told what to leave out. */
export const IGNORE_FILES: readonly string[] = [`**/${IGNORE_FILE}`, '**/.git/info/exclude'];

/** Is it one of those that counts here? Other people's code brings its own. */
export const isIgnoreFile = (uri: string, roots: readonly string[]): boolean =>
  uri.endsWith('/.git/info/exclude') ||
  (uri.endsWith(`/${IGNORE_FILE}`) && !isExcluded(canonicalUri(uri), roots));

/**
 * What a document is to the engine; undefined where it is none of its business. Code counts inside the workspace only:
 * a library one looks into is not the user's.
 */
export function kindOf(
  key: string,
  languageId: string,
  roots: readonly string[],
): FoundFile['what'] | undefined {
  // What somebody drafts in no folder that we know is not other people's code, whatever the folders above are called.
  if (COPIES.test(key) || (!isUnsaved(key) && isExcluded(key, roots))) return undefined;
  if (languageId === 'yaml') return 'yaml';
  const what = languageId === 'python' ? 'code' : fileKind(baseName(key));
  if (what !== 'code') return what;
  return roots.length === 0 || rootOf(key, roots) !== undefined ? what : undefined;
}
