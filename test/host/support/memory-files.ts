import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';

/** Files that are on no disk: what VS Code shows of a repository that was not cloned, for example. */
export class MemoryFiles implements FileSystemProvider {
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #files = new Map<string, Uint8Array>();

  readonly onDidChangeFile = this.#changed.event;

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  stat({ path }: Uri): FileStat {
    const content = this.#files.get(path);
    if (content) return { type: FileType.File, ctime: 0, mtime: 0, size: content.length };
    if (this.#below(path).length > 0) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const entries = new Map<string, FileType>();
    for (const below of this.#below(path)) {
      const [name = '', ...rest] = below.split('/');
      entries.set(name, rest.length > 0 ? FileType.Directory : FileType.File);
    }
    return [...entries];
  }

  readFile({ path }: Uri): Uint8Array {
    const content = this.#files.get(path);
    if (!content) throw FileSystemError.FileNotFound(path);
    return content;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {
    throw FileSystemError.NoPermissions();
  }

  rename(): void {
    throw FileSystemError.NoPermissions();
  }

  /** Paths of the files below a folder, seen from there. */
  #below(folder: string): string[] {
    const start = folder === '/' ? folder : `${folder}/`;
    return [...this.#files.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length));
  }
}
