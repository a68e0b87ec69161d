/** The workspace on disk: what the language server and the command line read files through. */
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import {
  fileKind,
  type Existence,
  type FileDigest,
  type FolderEntry,
  type FoundFile,
  type TextResult,
  type WorkspaceHost,
} from '../workspace/host';
import type { Git } from '../workspace/git';
import { DiskPace, throughPool, type Ask } from './ask';
import { createGit, type NodeGitOptions } from './git';
import { isBelow, realPath, realPathNow, realPathOf, toPath, toUri } from './paths';
import { PathDigests } from './path-digests';
import { isMissing, readTextFile, reasonFor } from './read';
import { LINKED_LOCK } from '../workspace/unreadable';
import { findBelow, type Found } from '../workspace/walk';
import { DISK } from './walkable';

export interface NodeHostOptions {
  /**
   * A folder above the roots up to which cards and organization files count too. It becomes the one workspace root:
   * paths may lead anywhere inside it, and a leading `/` means it. Only the roots themselves are searched for files;
   * of the folders between, the YAML files that stand in them directly.
   */
  readonly repositoryRoot?: string;
  /** Where given, git may be asked: the workspace is trusted. */
  readonly git?: NodeGitOptions;
}

/** @param rootPaths folders, absolute or relative to the working directory */
export function createNodeHost(rootPaths: readonly string[], options: NodeHostOptions = {}): WorkspaceHost {
  return new NodeHost(rootPaths, options);
}

class NodeHost implements WorkspaceHost {
  readonly #searched: readonly string[];
  readonly #roots: readonly string[];
  readonly #rootPaths: readonly string[];
  readonly #gitOptions: NodeGitOptions | undefined;
  readonly #gits = new Map<string, Git>();
  readonly #digests = new PathDigests();
  readonly #pace = new DiskPace();
  #realRoots: Promise<readonly string[]> | undefined;
  /** As of the last walk. */
  #isIgnored: Found['isIgnored'] = () => false;

  constructor(rootPaths: readonly string[], { repositoryRoot, git }: NodeHostOptions) {
    this.#gitOptions = git;
    this.#searched = rootPaths.map((path) => resolve(path));
    this.#rootPaths = repositoryRoot === undefined ? this.#searched : [resolve(repositoryRoot)];
    this.#roots = this.#rootPaths.map(toUri);
  }

  roots(): readonly string[] {
    return this.#roots;
  }

  async findFiles(): Promise<readonly FoundFile[]> {
    const { files, isIgnored } = await findBelow(this.#searched, this.#rootPaths, DISK);
    this.#isIgnored = isIgnored;
    return files.map(({ path, what }) => ({ uri: toUri(path), what }));
  }

  isIgnored(uri: string): boolean {
    const path = toPath(uri, this.#roots);
    return path !== undefined && this.#isIgnored(path);
  }

  async readText(uri: string): Promise<TextResult> {
    const path = toPath(uri, this.#roots);
    // Not ours to say more about: a folder may have left the workspace while its files were read.
    return path === undefined ? { kind: 'missing' } : this.#pace.reading((ask) => this.#textOf(path, ask));
  }

  async #textOf(path: string, ask: Ask): Promise<TextResult> {
    try {
      if (fileKind(basename(path)) === 'lock' && (await lstat(path)).isSymbolicLink()) return LINKED_LOCK;
      if (!(await this.#isInside(path, ask)))
        return { kind: 'unreadable', reason: 'it is a link out of the workspace' };
    } catch (error) {
      return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonFor(error) };
    }
    return readTextFile(path, ask);
  }

  async stat(uri: string): Promise<Existence> {
    const path = toPath(uri, this.#roots);
    if (path === undefined) return 'unknown';
    try {
      if (!(await this.#isInside(path))) return 'outside';
      const found = await stat(path);
      return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'unknown';
    } catch (error) {
      return isMissing(error) ? 'missing' : 'unknown';
    }
  }

  async modified(uri: string): Promise<number | undefined> {
    const path = toPath(uri, this.#roots);
    try {
      return path !== undefined && (await this.#isInside(path)) ? (await stat(path)).mtimeMs : undefined;
    } catch {
      return undefined;
    }
  }

  async digest(uri: string): Promise<FileDigest | undefined> {
    const path = toPath(uri, this.#roots);
    try {
      return path !== undefined && (await this.#isInside(path)) ? await this.#digests.of(path) : undefined;
    } catch {
      return undefined;
    }
  }

  async list(folder: string): Promise<readonly FolderEntry[]> {
    const path = toPath(folder, this.#roots);
    try {
      if (path === undefined || !(await this.#isInside(path))) return [];
      const entries = await readdir(path, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() || entry.isDirectory())
        .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
    } catch {
      return [];
    }
  }

  git(root: string): Git | undefined {
    const path = this.#gitOptions && toPath(root, this.#roots);
    if (path === undefined) return undefined;
    let git = this.#gits.get(root);
    if (!git) this.#gits.set(root, (git = createGit(path, this.#gitOptions)));
    return git;
  }

  /** Where links end, is that still in the workspace? Throws where nothing is there. */
  async #isInside(path: string, ask = throughPool): Promise<boolean> {
    this.#realRoots ??= Promise.all(this.#rootPaths.map(realPathOf));
    const real = await ask(
      () => realPathNow(path),
      () => realPath(path),
    );
    const roots = await this.#realRoots;
    return roots.some((root) => isBelow(real, root));
  }
}
