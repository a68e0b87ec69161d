/** What a person writes as evidence -> where it is, and which part of it is meant. Only text is looked at, never a file. */
import { tr } from '../l10n/tr';
import { fileTypeOf } from './file-type';
import type { Part } from './types';

export type Target =
  /** `path` as written, without its part; it is for the workspace to resolve. */
  | { readonly kind: 'file'; readonly path: string; readonly part?: Part }
  /** Never fetched. `http`, `https` and the like of `s3://bucket/key`. */
  | { readonly kind: 'url'; readonly url: string }
  /** `revision` is a tag, branch or commit; `form` is `commit` where it reads as an abbreviated or full object id. */
  | { readonly kind: 'git'; readonly revision: string; readonly form: 'commit' | 'name' }
  /** It cannot mean anything: `reason` says what is wrong, in plain words, with what to write. */
  | { readonly kind: 'malformed'; readonly reason: string };

/**
 * Reads the short form of evidence (`docs/x.md#results`), or the long one, where the part stands in `anchor`.
 *
 * Where a text could be read in two ways:
 * - `git:` at the start is a revision; `scheme://` is an address. A drive letter or `file:` is malformed: evidence is
 *   named by a path inside the workspace. Any other colon belongs to the path.
 * - The path ends at the first `#` or `::`, whichever comes first; what follows belongs to the part (`x.md#a::b` is one
 *   heading, `x.py::t[a#b]` one test). A path that holds either itself cannot be written.
 * - `#L10`, with a capital L, is always a line (a heading "L10" is `#l10`), `#/` always starts a JSON pointer.
 *   An empty part (`x.md#`) is none.
 * - In Python the first `[` starts the parameter of a test, which may hold `::`; in other files it belongs to the title.
 *   `x.py#Class::test` and `x.py#test[a]` are tests too: no symbol is written so.
 * - Where both path and `anchor` name a part, `anchor` counts unless the path's says something else: then it is malformed.
 */
export function parseTarget(text: string, anchor?: string): Target {
  const written = text.trim();
  if (written === '') return malformed(tr('Nothing is written here. Name a file, a test or an address.'));
  if (hasControlCharacter(written))
    return malformed(tr('There is an invisible control character here. Type it anew.'));
  if (/^git:/i.test(written)) return gitTarget(written.slice('git:'.length));
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return addressTarget(written);
  if (/^(?:[a-z]:[\\/]|\\\\|\/\/|file:)/i.test(written)) {
    return malformed(
      tr(
        'This is a place on one machine. Write a path relative to this file, or with a leading / from the root of the workspace.',
      ),
    );
  }
  return fileTarget(written, anchor?.trim());
}

function fileTarget(written: string, anchor: string | undefined): Target {
  const split = /^(.*?)(#|::)(.*)$/s.exec(written);
  const path = split?.[1] ?? written;
  if (path === '') return malformed(tr('The path is missing in front of the part. Write path#part.'));
  const own = split ? partOf(path, split[2] === '::', split[3] ?? '') : undefined;
  const added = anchor === undefined ? undefined : anchorPart(path, anchor);
  if (own && added && JSON.stringify(own) !== JSON.stringify(added)) {
    return malformed(tr('The path and the anchor name two different parts. Keep one of them.'));
  }
  const part = added ?? own;
  return part ? { kind: 'file', path, part } : { kind: 'file', path };
}

/** An anchor may be written with the `#` or `::` that would stand in front of it in the short form. */
function anchorPart(path: string, anchor: string): Part | undefined {
  if (anchor.startsWith('::')) return partOf(path, true, anchor.slice(2));
  return partOf(path, false, anchor.startsWith('#') ? anchor.slice(1) : anchor);
}

function partOf(path: string, isTest: boolean, written: string): Part | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  if (isTest) return testPart(path, text);
  // GitHub's links may count columns as well (L10C5-L12C3); a line is precise enough here.
  const lines = /^L(\d{1,9})(?:C\d+)?(?:-L?(\d{1,9})(?:C\d+)?)?$/.exec(text);
  if (lines) {
    const [from, to] = [Number(lines[1]), Number(lines[2] ?? lines[1])];
    return { kind: 'lines', first: Math.min(from, to), last: Math.max(from, to) };
  }
  if (text.startsWith('/')) return { kind: 'pointer', tokens: pointerTokens(text) };
  const type = fileTypeOf(path);
  const likeTest =
    (type === 'python' && /::|\[/.test(text)) || (type === 'javascript' && text.includes('::'));
  return likeTest ? testPart(path, text) : { kind: 'name', name: text };
}

/** The steps of a JSON pointer, which starts with `/`: `~1` is a slash and `~0` a tilde (RFC 6901, section 4). */
export function pointerTokens(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer that `pointerTokens` reads back. */
export function pointerText(tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function testPart(path: string, text: string): Part | undefined {
  const parameter = fileTypeOf(path) === 'python' ? /^([^[]*)\[(.*)\]$/s.exec(text) : null;
  const names = (parameter?.[1] ?? text).split('::').flatMap((name) => name.trim() || []);
  if (names.length === 0) return undefined;
  return parameter ? { kind: 'test', names, parameter: parameter[2] ?? '' } : { kind: 'test', names };
}

/** Host names and ports as they are written; what is behind them is anybody's. */
const AUTHORITY = /^(?:[^\s/?#@]*@)?(?:\[[0-9a-f:.]+\]|[^\s/?#@:[\]]+)(?::\d{1,5})?(?=[/?#]|$)/iu;

function addressTarget(url: string): Target {
  const [, scheme = '', rest = ''] = /^([^:]*):\/\/(.*)$/s.exec(url) ?? [];
  if (/^(?:file|vscode.*|javascript|command|data)$/i.test(scheme)) {
    return malformed(
      tr(
        'Evidence cannot be a {0}: address. Write a path, or an address others can open.',
        scheme.toLowerCase(),
      ),
    );
  }
  if (/\s/.test(url)) return malformed(tr('An address has no spaces. Write them as %20.'));
  if (!AUTHORITY.test(rest))
    return malformed(tr('This address names no host. Write it as https://host/path.'));
  return { kind: 'url', url };
}

/** What git allows as the name of a revision (git-check-ref-format), and object ids; no ranges, no `rev:path`. */
const REVISION = /^(?!-)(?!.*(?:\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)))(?!\.)[^\s~^:?*[\\\u007f]+(?<![./])$/u;

/** The tag, branch or commit that a text names as evidence (`git:v2.3.0`); undefined for everything else. */
export function revisionIn(text: string): string | undefined {
  if (!/^\s*git:/i.test(text)) return undefined;
  const target = parseTarget(text);
  return target.kind === 'git' ? target.revision : undefined;
}

function gitTarget(written: string): Target {
  const revision = written.trim();
  if (!REVISION.test(revision))
    return malformed(tr('Behind git: stands a tag, a branch or a commit, such as git:v2.3.0.'));
  return { kind: 'git', revision, form: /^[0-9a-f]{7,64}$/i.test(revision) ? 'commit' : 'name' };
}

function hasControlCharacter(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /[\u0000-\u001f\u007f]/.test(text);
}

function malformed(reason: string): Target {
  return { kind: 'malformed', reason };
}
