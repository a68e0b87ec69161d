/** The workspace's folders come and go while the server runs; the engine keeps one host. */
import type { Git } from '../workspace/git';
import type {
  Existence,
  FileDigest,
  FolderEntry,
  FoundFile,
  TextResult,
  WorkspaceHost,
} from '../workspace/host';
import { canonicalFolder } from '../workspace/uri';

export type HostFor = (folders: readonly string[]) => WorkspaceHost;

export class FolderHost implements WorkspaceHost {
  readonly #hostFor: HostFor;
  #folders: readonly string[] = [];
  #current: WorkspaceHost;
  #isTrusted = false;

  constructor(hostFor: HostFor) {
    this.#hostFor = hostFor;
    this.#current = hostFor([]);
  }

  /** @returns true where that changed anything */
  change(added: readonly string[], removed: readonly string[]): boolean {
    const gone = new Set(removed.map(canonicalFolder));
    const folders = [...new Set([...this.#folders, ...added.map(canonicalFolder)])].filter(
      (uri) => !gone.has(uri),
    );
    const changed =
      folders.length !== this.#folders.length || folders.some((uri) => !this.#folders.includes(uri));
    if (!changed) return false;
    this.#folders = folders;
    this.#current = this.#hostFor(folders);
    return true;
  }

  roots(): readonly string[] {
    return this.#current.roots();
  }

  findFiles(): Promise<readonly FoundFile[]> {
    return this.#current.findFiles();
  }

  isIgnored(uri: string): boolean {
    return this.#current.isIgnored?.(uri) ?? false;
  }

  readText(uri: string): Promise<TextResult> {
    return this.#current.readText(uri);
  }

  stat(uri: string): Promise<Existence> {
    return this.#current.stat(uri);
  }

  modified(uri: string): Promise<number | undefined> {
    return this.#current.modified?.(uri) ?? Promise.resolve(undefined);
  }

  digest(uri: string): Promise<FileDigest | undefined> {
    return this.#current.digest?.(uri) ?? Promise.resolve(undefined);
  }

  /** From now on git may be asked. */
  trust(): void {
    this.#isTrusted = true;
  }

  git(root: string): Git | undefined {
    return this.#isTrusted ? this.#current.git?.(root) : undefined;
  }

  list(folder: string): Promise<readonly FolderEntry[]> {
    return this.#current.list?.(folder) ?? Promise.resolve([]);
  }
}
