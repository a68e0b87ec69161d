/** What a file is, as far as its name tells. */

export type FileType = 'markdown' | 'html' | 'json' | 'yaml' | 'python' | 'javascript' | 'notebook' | 'other';

const BY_EXTENSION: Readonly<Record<string, FileType>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  json: 'json',
  jsonc: 'json',
  geojson: 'json',
  sarif: 'json',
  webmanifest: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  py: 'python',
  js: 'javascript',
  cjs: 'javascript',
  mjs: 'javascript',
  jsx: 'javascript',
  ts: 'javascript',
  cts: 'javascript',
  mts: 'javascript',
  tsx: 'javascript',
  ipynb: 'notebook',
};

/** @param fileName a name, path or URI without query and fragment; only its extension is read, in any letter case */
export function fileTypeOf(fileName: string): FileType {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_EXTENSION, extension) ? (BY_EXTENSION[extension] ?? 'other') : 'other';
}
