/**
 * URIs as text, in one canonical spelling, so that the same file has one key whoever names it (VS Code writes `c%3A`,
 * Node `c:`). No file system: a path in a card is resolved here and asked of the host later.
 */

const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Half of a surrogate pair, which YAML can spell as "\ud800", has no UTF-8 form and would make encoding throw. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Text as one segment of a URI, whatever it holds. */
export const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment.replace(LONE_SURROGATE, '\uFFFD')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Clients differ in `C:` and `c:`; the host writes drive letters small, as VS Code does. */
const smallDrive = (path: string): string =>
  path.replace(/^\/[A-Z](?=:|%3A)/i, (start) => start.toLowerCase());

/** VS Code's editors that are not saved yet, with the path of the file they become, or with a mere name. */
const UNSAVED = /^untitled:/i;

/** Is it a file only once somebody saves it? */
export const isUnsaved = (uri: string): boolean => UNSAVED.test(uri);

/**
 * One spelling for each file: scheme lower-case, every path segment encoded alike, query and fragment kept. An editor that
 * is not saved yet and has a path from the top is the file it becomes: what is drafted there counts as it will when saved.
 */
export function canonicalUri(uri: string): string {
  const match = SCHEME.exec(uri);
  if (!match) return uri;
  const [, written = '', named, path = '', query = '', fragment = ''] = match;
  const becomesFile = isUnsaved(uri) && !named && path.startsWith('/');
  const scheme = becomesFile ? 'file' : written.toLowerCase();
  const authority = becomesFile ? '' : named;
  const encoded = (scheme === 'file' ? smallDrive(path) : path)
    .split('/')
    .map((segment) => encodeSegment(decode(segment)));
  return `${scheme}:${authority === undefined ? '' : `//${authority}`}${encoded.join('/')}${query}${fragment}`;
}

/** As `canonicalUri`, of a folder: without a slash at the end, which some clients write. */
export const canonicalFolder = (uri: string): string => canonicalUri(uri).replace(/(?<=[^/])\/$/, '');

/** The folder a file stands in, without a slash at the end; the root's is itself. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash > uri.indexOf('://') + 2 ? uri.slice(0, slash) : uri;
}

/** Last segment, decoded. */
export const baseName = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1));

/** Is `uri` the folder or below it? Both canonical. */
export const isWithin = (uri: string, folder: string): boolean =>
  uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Path from a folder to a file below it, decoded, with `/`; undefined where it is not below. */
export function relativePath(folder: string, uri: string): string | undefined {
  if (uri === folder) return '';
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(base) ? uri.slice(base.length).split('/').map(decode).join('/') : undefined;
}

/** Path from the folder of one file to another file, with `../` where needed; undefined across schemes or authorities. */
export function pathBetween(fromFile: string, toUri: string): string | undefined {
  const from = folderOf(fromFile).split('/');
  const to = toUri.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  if (shared < 3) return undefined;
  return [...Array<string>(from.length - shared).fill('..'), ...to.slice(shared).map(decode)].join('/');
}

export type ResolvedPath =
  | { readonly kind: 'file'; readonly uri: string; readonly fragment?: string; readonly test?: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unresolvable' };

const WEB_URL = /^https?:\/\/[^\s/]+/i;
/** Drive letters, UNC and other schemes: never touched. Two colons name a test in a file. */
const FOREIGN = /^(?:[a-zA-Z]:[\\/]|\\\\|\/\/|[a-zA-Z][a-zA-Z0-9+.-]*:(?!:))/;

/**
 * What a path in a file means: relative to the file, or to the workspace root with a leading `/`.
 * @param root the workspace folder the file belongs to; nothing outside is ever resolved
 */
export function resolvePath(text: string, file: string, root: string): ResolvedPath {
  if (WEB_URL.test(text)) return { kind: 'url', url: text };
  if (text === '' || FOREIGN.test(text) || text.includes('\0')) return { kind: 'unresolvable' };
  const test = text.indexOf('::');
  const hash = text.indexOf('#');
  const cut = [test, hash].filter((index) => index >= 0);
  const path = (cut.length > 0 ? text.slice(0, Math.min(...cut)) : text).replaceAll('\\', '/');
  const segments = path.startsWith('/') ? root.split('/') : folderOf(file).split('/');
  const floor = root.split('/').length;
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (segments.length <= floor) return { kind: 'outside' };
      segments.pop();
    } else segments.push(encodeSegment(segment));
  }
  const uri = segments.join('/');
  if (test >= 0 && (hash < 0 || test < hash)) return { kind: 'file', uri, test: text.slice(test + 2) };
  return hash >= 0 ? { kind: 'file', uri, fragment: text.slice(hash + 1) } : { kind: 'file', uri };
}

/** The innermost of several folders that holds the file. */
export function rootOf(uri: string, roots: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const root of roots) if (isWithin(uri, root) && root.length > (best?.length ?? -1)) best = root;
  return best;
}
