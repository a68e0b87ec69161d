/** Folders that only the editor can reach, as a workspace: on a server somewhere, in memory, or behind a browser. */
import { translatable } from '../../l10n/tr';
import { digestOfFile } from '../../evidence';
import type { FileKind } from '../../protocol';
import {
  fileKind,
  maxFileSize,
  type Existence,
  type FileDigest,
  type FolderEntry,
  type FoundFile,
  type TextResult,
  type WorkspaceHost,
} from '../../workspace/host';
import { LINKED_LOCK, tooLarge, unreadable } from '../../workspace/unreadable';
import { baseName, folderOf, rootOf } from '../../workspace/uri';
import { findBelow, type Found } from '../../workspace/walk';
import type { ClientFiles } from './client-files';
import { treeOf } from './client-tree';

/** Larger files have no digest here: every byte crosses from the editor to the server. */
const LARGEST_DIGESTED = 16_000_000;

/** @param roots canonical URIs of the folders */
export const createClientHost = (files: ClientFiles, roots: readonly string[]): WorkspaceHost =>
  new ClientHost(files, roots);

class ClientHost implements WorkspaceHost {
  readonly #files: ClientFiles;
  readonly #roots: readonly string[];
  /** Folders that were walked: no link leads there. As of the last walk, as is what is ignored. */
  #walked: ReadonlySet<string>;
  #isIgnored: Found['isIgnored'] = () => false;

  constructor(files: ClientFiles, roots: readonly string[]) {
    this.#files = files;
    // Where a query or fragment says which folder, paths below it have no URI that could be told.
    this.#roots = roots.filter((uri) => !/[?#]/.test(uri));
    this.#walked = new Set(this.#roots);
  }

  roots(): readonly string[] {
    return this.#roots;
  }

  async findFiles(): Promise<readonly FoundFile[]> {
    const walked = new Set(this.#roots);
    const tree = treeOf(this.#files, this.#roots, (folder) => walked.add(folder));
    const { files, isIgnored } = await findBelow(this.#roots, this.#roots, tree);
    this.#isIgnored = isIgnored;
    this.#walked = walked;
    return files.map(({ path, what }) => ({ uri: path, what }));
  }

  isIgnored(uri: string): boolean {
    return rootOf(uri, this.#roots) !== undefined && this.#isIgnored(uri);
  }

  async readText(uri: string): Promise<TextResult> {
    const is = await this.#kindOf(uri);
    if (is === 'missing') return { kind: 'missing' };
    if (is === 'link') return fileKind(baseName(uri)) === 'lock' ? LINKED_LOCK : unreadable(BEHIND_LINK);
    const limit = maxFileSize(baseName(uri));
    const read = await this.#files.read({ uri, limit, as: 'text' });
    if ('content' in read) return { kind: 'text', text: read.content };
    switch (read.none) {
      case 'missing':
        return { kind: 'missing' };
      case 'too-large':
        return unreadable(tooLarge(limit));
      case 'not-a-file':
        return unreadable(translatable('it is not a regular file'));
      case 'unreadable':
        return unreadable(translatable('the editor cannot read it'));
    }
  }

  async stat(uri: string): Promise<Existence> {
    const is = await this.#kindOf(uri);
    return is === 'folder' ? 'directory' : is === 'file' || is === 'missing' ? is : 'unknown';
  }

  async list(folder: string): Promise<readonly FolderEntry[]> {
    if ((await this.#kindOf(folder)) !== 'folder') return [];
    return ((await this.#files.list(folder)) ?? [])
      .filter(({ is }) => is === 'file' || is === 'folder')
      .map(({ name, is }) => ({ name, folder: is === 'folder' }));
  }

  async modified(uri: string): Promise<number | undefined> {
    if ((await this.#kindOf(uri)) !== 'file') return undefined;
    return (await this.#files.stat(uri)).modified;
  }

  async digest(uri: string): Promise<FileDigest | undefined> {
    if ((await this.#kindOf(uri)) !== 'file') return undefined;
    const read = await this.#files.read({ uri, limit: LARGEST_DIGESTED, as: 'base64' });
    return 'content' in read ? digestOfFile(bytesOf(read.content)) : undefined;
  }

  /** `link` also where it lies behind one: that may lead out of the workspace, and nobody but the editor could tell. */
  async #kindOf(uri: string): Promise<FileKind | 'missing' | 'unknown'> {
    if (rootOf(uri, this.#roots) === undefined) return 'missing';
    if (this.#roots.includes(uri)) return 'folder';
    for (let folder = folderOf(uri); !this.#walked.has(folder); folder = folderOf(folder)) {
      const { is } = await this.#files.stat(folder);
      if (is !== 'folder') return is === 'file' ? 'missing' : is;
    }
    return (await this.#files.stat(uri)).is;
  }
}

const BEHIND_LINK = translatable('it is a link, or behind one, and where that leads cannot be told here');

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
