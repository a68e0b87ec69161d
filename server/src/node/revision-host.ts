/** The workspace as of a commit: read from the repository, whatever stands on disk. */
import { basename, join, relative, resolve, sep } from 'node:path';
import { digestOfFile } from '../evidence';
import type { Git } from '../workspace/git';
import {
  fileKind,
  maxFileSize,
  type Existence,
  type FileDigest,
  type FolderEntry,
  type FoundFile,
  type TextResult,
  type WorkspaceHost,
} from '../workspace/host';
import { baseName } from '../workspace/uri';
import { toPath, toUri } from './paths';
import type { RevisionTree } from './revision-tree';
import { LINKED_LOCK, tooLarge } from '../workspace/unreadable';
import { findBelow, type Found } from '../workspace/walk';
import { listedAs, type Listed, type Walkable } from '../workspace/walkable';
import { PATHS } from './walkable';

/** Bytes of a file that a digest is worked out of: what is larger, git passes over as well. */
const LARGEST_DIGESTED = 100_000_000;

export interface RevisionHostOptions {
  /** Path of the repository: the one workspace root. */
  readonly root: string;
  readonly tree: RevisionTree;
  /** Paths of the folders that are searched for files; of those above, what stands in them directly. */
  readonly searched: readonly string[];
  /** The history up to the commit. */
  readonly git: Git;
}

/** When files were written, a commit does not say: there is no `modified`. */
export function createRevisionHost({ root, tree, searched, git }: RevisionHostOptions): WorkspaceHost {
  const top = resolve(root);
  const topUri = toUri(top);
  const pathOf = (uri: string): string | undefined => {
    const path = toPath(uri, [topUri]);
    return path === undefined ? undefined : relative(top, path).split(sep).join('/');
  };
  const stat = async (uri: string): Promise<Existence> => {
    const path = pathOf(uri);
    return path === undefined ? 'unknown' : (await tree.follow(path)).kind;
  };
  const bytesOf = async (uri: string, limit: number): Promise<Uint8Array | TextResult> => {
    const path = pathOf(uri);
    if (path === undefined) return { kind: 'missing' };
    const found = await tree.follow(path);
    if (found.kind !== 'file') return notRead(found.kind);
    const read = await tree.read(found.path, limit);
    if (read.known) return read.value;
    return { kind: 'unreadable', reason: read.doubt === 'too-large' ? tooLarge(limit) : NOT_HERE };
  };
  const listOf = (folder: string): Promise<readonly Listed[]> =>
    Promise.resolve(
      [...tree.list(relative(top, folder).split(sep).join('/'))].map(([name, kind]) => listedAs(name, kind)),
    );
  // Nothing in a commit is a repository of its own, and nothing above it is part of it.
  const walkable: Walkable = {
    places: PATHS,
    list: listOf,
    what: () => Promise.resolve(undefined),
    text: async (file) => {
      const path = relative(top, file).split(sep).join('/');
      if (tree.files.entries.get(path) !== 'file') return undefined;
      const read = await tree.read(path, maxFileSize(basename(file)));
      return read.known ? new TextDecoder().decode(read.value) : undefined;
    },
  };
  let isIgnored: Found['isIgnored'] = () => false;
  return {
    roots: () => [topUri],
    findFiles: async (): Promise<readonly FoundFile[]> => {
      const found = await findBelow(searched, [top], walkable);
      isIgnored = found.isIgnored;
      return found.files.map(({ path, what }) => ({ uri: toUri(path), what }));
    },
    isIgnored: (uri) => {
      const path = toPath(uri, [topUri]);
      return path !== undefined && isIgnored(path);
    },
    readText: async (uri) => {
      const isLink = tree.files.entries.get(pathOf(uri) ?? '') === 'link';
      if (isLink && fileKind(baseName(uri)) === 'lock') return LINKED_LOCK;
      const bytes = await bytesOf(uri, maxFileSize(baseName(uri)));
      return bytes instanceof Uint8Array ? { kind: 'text', text: new TextDecoder().decode(bytes) } : bytes;
    },
    stat,
    git: () => git,
    list: async (folder): Promise<readonly FolderEntry[]> => {
      const path = pathOf(folder);
      if (path === undefined) return [];
      const found = await tree.follow(path);
      const entries = found.kind === 'directory' ? await listOf(join(top, found.path)) : [];
      return entries
        .filter((entry) => entry.isFile() || entry.isDirectory())
        .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
    },
    digest: async (uri): Promise<FileDigest | undefined> => {
      const bytes = await bytesOf(uri, LARGEST_DIGESTED);
      return bytes instanceof Uint8Array ? digestOfFile(new Uint8Array(bytes)) : undefined;
    },
  };
}

const NOT_HERE = 'git does not have its content here';

function notRead(kind: Exclude<Existence, 'file'>): TextResult {
  switch (kind) {
    case 'missing':
      return { kind: 'missing' };
    case 'outside':
      return { kind: 'unreadable', reason: 'it is a link out of the workspace' };
    case 'directory':
      return { kind: 'unreadable', reason: 'it is not a regular file' };
    case 'unknown':
      return {
        kind: 'unreadable',
        reason: 'it belongs to another repository, or its links lead in a circle',
      };
  }
}
