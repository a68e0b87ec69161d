/** A workspace whose folders are reached in two ways: each file through the host of the folder it lies in. */
import type { Git } from '../../workspace/git';
import type {
  Existence,
  FileDigest,
  FolderEntry,
  FoundFile,
  TextResult,
  WorkspaceHost,
} from '../../workspace/host';
import { rootOf } from '../../workspace/uri';

export class JoinedHost implements WorkspaceHost {
  readonly #disk: WorkspaceHost;
  readonly #editor: WorkspaceHost;

  constructor(disk: WorkspaceHost, editor: WorkspaceHost) {
    this.#disk = disk;
    this.#editor = editor;
  }

  roots(): readonly string[] {
    return [...this.#disk.roots(), ...this.#editor.roots()];
  }

  async findFiles(): Promise<readonly FoundFile[]> {
    return (await Promise.all([this.#disk.findFiles(), this.#editor.findFiles()])).flat();
  }

  isIgnored(uri: string): boolean {
    return this.#of(uri).isIgnored?.(uri) ?? false;
  }

  readText(uri: string): Promise<TextResult> {
    return this.#of(uri).readText(uri);
  }

  stat(uri: string): Promise<Existence> {
    return this.#of(uri).stat(uri);
  }

  list(folder: string): Promise<readonly FolderEntry[]> {
    return this.#of(folder).list?.(folder) ?? Promise.resolve([]);
  }

  modified(uri: string): Promise<number | undefined> {
    return this.#of(uri).modified?.(uri) ?? Promise.resolve(undefined);
  }

  digest(uri: string): Promise<FileDigest | undefined> {
    return this.#of(uri).digest?.(uri) ?? Promise.resolve(undefined);
  }

  git(root: string): Git | undefined {
    return this.#of(root).git?.(root);
  }

  #of(uri: string): WorkspaceHost {
    return rootOf(uri, this.#editor.roots()) === undefined ? this.#disk : this.#editor;
  }
}
