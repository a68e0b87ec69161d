/** `--rev`: files as of a commit, for the commands that judge them. */
import { dirname, relative, sep } from 'node:path';
import { createGit, type NodeGitOptions } from '../node/git';
import { createRevisionHost } from '../node/revision-host';
import { RevisionTree } from '../node/revision-tree';
import type { Doubt, Git } from '../workspace/git';
import { UsageError, type Io } from './io';
import { GIT_TIMEOUT, onDisk, type Source } from './source';
import { resolvePast, surroundingsOf, type Tree } from './target';
import { printable } from './terminal';

/** Bytes of a card that is looked into for what it is. */
const LARGEST_CARD = 5_000_000;

/** What a command that was told to ask git says where git cannot say. */
const CANNOT: Readonly<Record<Doubt, (revision: string) => string>> = {
  'no-git': () => 'git is not installed, or cannot be started; without it there are no files as of a commit',
  'no-repository': () =>
    'git does not accept this repository: it may belong to another user (git status says more)',
  'no-commits': () =>
    'this repository has no commit yet, so there is no earlier state to look at: make one with git add and git commit',
  shallow: (revision) =>
    `${revision} is not in this clone, which was made without its history (git fetch --unshallow gets it; in GitHub Actions: fetch-depth: 0)`,
  'bad-revision': (revision) =>
    `${revision} is no commit, tag or branch of this repository: git branch --all and git tag list what there is, git fetch gets what is newer`,
  'bad-path': (revision) => `git cannot list the files of ${revision}`,
  'too-large': (revision) => `${revision} has more files than can be listed`,
  'timed-out': () => 'git does not answer',
  failed: (revision) => `git cannot list the files of ${revision}`,
};

/** One sentence for a command that has to ask git and cannot. */
export const cannotAsk = (doubt: Doubt, revision: string): string => CANNOT[doubt](printable(revision));

export interface Revision {
  readonly root: string;
  readonly tree: RevisionTree;
  /** The history up to the commit. */
  readonly git: Git;
}

/**
 * The files of a commit, to be closed.
 *
 * @param root path of the repository
 * @throws {UsageError} where git cannot say
 */
export async function openRevision(revision: string, root: string, io: Io): Promise<Revision> {
  const options: NodeGitOptions = { environment: io.env, timeout: GIT_TIMEOUT };
  const files = await createGit(root, options).filesAt(revision);
  if (!files.known) throw new UsageError(cannotAsk(files.doubt, revision));
  const { hash } = files.value.commit;
  return { root, tree: new RevisionTree(files.value), git: createGit(root, { ...options, head: hash }) };
}

/** A commit's files for those who look for organizations above a path. */
export const treeOf = ({ root, tree }: Revision): Tree => {
  const pathOf = (path: string): string => relative(root, path).split(sep).join('/');
  return {
    names: (folder) => Promise.resolve([...tree.list(pathOf(folder)).keys()]),
    text: async (file) => {
      const { kind, path } = await tree.follow(pathOf(file));
      const read = kind === 'file' ? await tree.read(path, LARGEST_CARD) : undefined;
      return read?.known ? new TextDecoder().decode(read.value) : '';
    },
  };
};

/** The files as of a commit of the one repository all targets lie in. */
export function atRevision(name: string, io: Io): Source {
  let opened: Promise<Revision> | undefined;
  let revision: Revision | undefined;
  const open = async (root: string): Promise<Revision> => {
    const found = await (opened ??= openRevision(name, root, io));
    if (found.root !== root) throw new UsageError('--rev judges one repository at a time');
    return (revision = found);
  };
  return {
    target: async (given) => {
      const { path, root } = await resolvePast(given, io.cwd);
      if (root === undefined)
        throw new UsageError(
          `${printable(given)} lies in no git repository, which --rev needs: name a path inside one, or leave out --rev to judge the files as they are`,
        );
      const found = await open(root);
      const { kind } = await found.tree.follow(relative(root, path).split(sep).join('/'));
      if (kind !== 'file' && kind !== 'directory')
        throw new UsageError(`${printable(given)} does not exist in ${printable(name)}`);
      const folder = kind === 'file' ? dirname(path) : path;
      return { given, path, folder, root, surroundings: await surroundingsOf(folder, root, treeOf(found)) };
    },
    host: (searched, root) => {
      if (revision?.root !== root) throw new Error('files are asked of a repository that was not opened');
      return createRevisionHost({ ...revision, searched });
    },
    commit: () => revision?.tree.files.commit,
    close: () => revision?.tree.files.close(),
  };
}

/**
 * Lets a command read from where it was told to, and closes that.
 *
 * @param revision what `--rev` says, if anything
 */
export async function fromSource<T>(
  revision: string | undefined,
  io: Io,
  read: (source: Source) => Promise<T>,
): Promise<T> {
  const source = revision === undefined ? onDisk(io) : atRevision(revision, io);
  try {
    return await read(source);
  } finally {
    source.close();
  }
}
