/** The workspace on disk: what the language server and the command line read files through. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type {
  Existence,
  FileDigest,
  FolderEntry,
  FoundFile,
  TextResult,
  WorkspaceHost,
} from '../workspace/host';
import { digestOfPath } from './digest';
import { isBelow, realPathOf, toPath, toUri } from './paths';
import { isMissing, readTextFile, reasonFor } from './read';
import { walk, oursIn, type FoundPath } from './walk';

export interface NodeHostOptions {
  /**
   * A folder above the roots up to which cards and organization files count too. It becomes the one workspace root:
   * paths may lead anywhere inside it, and a leading `/` means it. Only the roots themselves are searched for files;
   * of the folders between, the YAML files that stand in them directly.
   */
  readonly repositoryRoot?: string;
}

/** @param rootPaths folders, absolute or relative to the working directory */
export function createNodeHost(
  rootPaths: readonly string[],
  { repositoryRoot }: NodeHostOptions = {},
): WorkspaceHost {
  return new NodeHost(rootPaths, repositoryRoot);
}

class NodeHost implements WorkspaceHost {
  readonly #searched: readonly string[];
  readonly #roots: readonly string[];
  readonly #rootPaths: readonly string[];
  #realRoots: Promise<readonly string[]> | undefined;

  constructor(rootPaths: readonly string[], repositoryRoot: string | undefined) {
    this.#searched = rootPaths.map((path) => resolve(path));
    this.#rootPaths = repositoryRoot === undefined ? this.#searched : [resolve(repositoryRoot)];
    this.#roots = this.#rootPaths.map(toUri);
  }

  roots(): readonly string[] {
    return this.#roots;
  }

  async findFiles(): Promise<readonly FoundFile[]> {
    const lists = await Promise.all([...this.#searched.map(walk), ...[...this.#foldersAbove()].map(oursIn)]);
    // Roots may lie in one another: each file once.
    const found = new Map<string, FoundPath>();
    for (const list of lists) for (const file of list) found.set(file.path, file);
    return [...found.values()].map(({ path, what }) => ({ uri: toUri(path), what }));
  }

  /** Folders between what is searched and the workspace root, the root included. */
  #foldersAbove(): ReadonlySet<string> {
    const folders = new Set<string>();
    for (const path of this.#searched)
      for (const root of this.#rootPaths)
        if (path !== root && isBelow(path, root)) {
          let folder = dirname(path);
          for (; folder !== root; folder = dirname(folder)) folders.add(folder);
          folders.add(root);
        }
    return folders;
  }

  async readText(uri: string): Promise<TextResult> {
    const path = toPath(uri, this.#roots);
    // Not ours to say more about: a folder may have left the workspace while its files were read.
    if (path === undefined) return { kind: 'missing' };
    try {
      if (!(await this.#isInside(path)))
        return { kind: 'unreadable', reason: 'it is a link out of the workspace' };
    } catch (error) {
      return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonFor(error) };
    }
    return readTextFile(path);
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
      return path !== undefined && (await this.#isInside(path)) ? await digestOfPath(path) : undefined;
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

  /** Where links end, is that still in the workspace? Throws where nothing is there. */
  async #isInside(path: string): Promise<boolean> {
    this.#realRoots ??= Promise.all(this.#rootPaths.map(realPathOf));
    const [real, roots] = await Promise.all([realpath(path), this.#realRoots]);
    return roots.some((root) => isBelow(real, root));
  }
}
