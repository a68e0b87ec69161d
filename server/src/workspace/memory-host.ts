/** A workspace in memory: for tests, and for files the user has not saved anywhere. */
import {
  fileKind,
  type Existence,
  type FileDigest,
  type FolderEntry,
  type FoundFile,
  type TextResult,
  type WorkspaceHost,
} from './host';
import { digestOfFile } from '../evidence';
import { IGNORE_FILE, IgnoreRules } from './ignore-rules';
import { isWithin, baseName, relativePath } from './uri';

export class MemoryHost implements WorkspaceHost {
  readonly #files: Map<string, string>;
  readonly #roots: readonly string[];
  readonly #modified = new Map<string, number>();

  /** @param files text by path below the root, such as `credit/aims.yaml` */
  constructor(files: Readonly<Record<string, string>>, root = 'file:///workspace') {
    this.#roots = [root];
    this.#files = new Map(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]));
  }

  roots(): readonly string[] {
    return this.#roots;
  }

  findFiles(): Promise<readonly FoundFile[]> {
    const found = [...this.#files.keys()].flatMap((uri) => {
      const what = fileKind(baseName(uri));
      return what && (what === 'lock' || !this.isIgnored(uri)) ? [{ uri, what }] : [];
    });
    return Promise.resolve(found);
  }

  isIgnored(uri: string): boolean {
    const [root = ''] = this.#roots;
    const path = relativePath(root, uri);
    if (path === undefined) return false;
    let rules = IgnoreRules.NONE;
    for (let end = 0; end >= 0; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end);
      const text = this.#files.get([root, ...folder.split('/'), IGNORE_FILE].filter(Boolean).join('/'));
      if (text !== undefined) rules = rules.with(folder, text);
    }
    return rules.ignores(path);
  }

  readText(uri: string): Promise<TextResult> {
    const text = this.#files.get(uri);
    return Promise.resolve(text === undefined ? { kind: 'missing' } : { kind: 'text', text });
  }

  stat(uri: string): Promise<Existence> {
    if (this.#files.has(uri)) return Promise.resolve('file');
    return Promise.resolve(
      [...this.#files.keys()].some((file) => isWithin(file, uri)) ? 'directory' : 'missing',
    );
  }

  list(folder: string): Promise<readonly FolderEntry[]> {
    const entries = new Map<string, boolean>();
    for (const file of this.#files.keys()) {
      const [name, ...below] = relativePath(folder, file)?.split('/') ?? [];
      if (name !== undefined && name !== '') entries.set(name, below.length > 0);
    }
    return Promise.resolve([...entries].map(([name, isFolder]) => ({ name, folder: isFolder })));
  }

  modified(uri: string): Promise<number | undefined> {
    return Promise.resolve(this.#files.has(uri) ? this.#modified.get(uri) : undefined);
  }

  digest(uri: string): Promise<FileDigest | undefined> {
    const text = this.#files.get(uri);
    return text === undefined ? Promise.resolve(undefined) : digestOfFile(new TextEncoder().encode(text));
  }

  /**
   * Writes a file, or removes it where `text` is undefined.
   * @param modified when, in milliseconds since 1970; not known by default
   */
  write(uri: string, text: string | undefined, modified?: number): void {
    if (text === undefined) this.#files.delete(uri);
    else this.#files.set(uri, text);
    if (modified === undefined) this.#modified.delete(uri);
    else this.#modified.set(uri, modified);
  }
}
