/** The folders, files and links of a commit, as a file system would show them: links are followed, but not out of it. */
import type { Answer, RevisionFiles } from '../workspace/git';
import type { Existence } from '../workspace/host';

/** What stands in a folder. */
export type TreeEntryKind = 'file' | 'folder' | 'link' | 'submodule';

/** Where a path leads in the end. */
export interface Destination {
  readonly kind: Existence;
  /** From the workspace folder; without meaning where nothing is there. */
  readonly path: string;
}

/** Links in one path; more lead in a circle. As in Linux. */
const MOST_LINKS = 40;
/** Bytes of where a link leads. */
const LONGEST_LINK = 4_096;

const NOTHING: ReadonlyMap<string, TreeEntryKind> = new Map();

/** All paths are relative to the workspace folder, with `/`; it is the empty text itself. */
export class RevisionTree {
  readonly files: RevisionFiles;
  readonly #folders = new Map([['', new Map<string, TreeEntryKind>()]]);

  constructor(files: RevisionFiles) {
    this.files = files;
    for (const [path, kind] of files.entries) this.#put(path, kind);
  }

  #put(path: string, kind: TreeEntryKind): void {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(cut, 0));
    let names = this.#folders.get(folder);
    if (!names) {
      this.#folders.set(folder, (names = new Map<string, TreeEntryKind>()));
      this.#put(folder, 'folder');
    }
    names.set(path.slice(cut + 1), kind);
  }

  /** What stands in a folder itself; nothing where there is no such folder. */
  list(folder: string): ReadonlyMap<string, TreeEntryKind> {
    return this.#folders.get(folder) ?? NOTHING;
  }

  /** The part of a path that leads into a submodule or is one: what is in there, this commit does not say. */
  submoduleOf(path: string): string | undefined {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const part = path.slice(0, end);
      if (this.files.entries.get(part) === 'submodule') return part;
    }
    return undefined;
  }

  /** Follows the links in a path. */
  async follow(path: string): Promise<Destination> {
    const ahead = path.split('/').reverse();
    const behind: string[] = [];
    const at = (kind: Existence): Destination => ({ kind, path: behind.join('/') });
    let links = 0;
    for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
      if (name === '' || name === '.') continue;
      if (name === '..') {
        if (behind.pop() === undefined) return at('outside');
        continue;
      }
      const kind = this.list(behind.join('/')).get(name);
      behind.push(name);
      if (kind === undefined) return at('missing');
      if (kind === 'submodule') return at('unknown');
      if (kind === 'file') return at(ahead.some((rest) => rest !== '' && rest !== '.') ? 'missing' : 'file');
      if (kind === 'folder') continue;
      const leads = await this.#textOf(behind.join('/'));
      if (leads === undefined || ++links > MOST_LINKS) return at('unknown');
      // Where on this machine that is has nothing to do with the commit.
      if (leads.startsWith('/') || leads.includes('\\')) return at('outside');
      behind.pop();
      ahead.push(...leads.split('/').reverse());
    }
    return at('directory');
  }

  async #textOf(link: string): Promise<string | undefined> {
    const read = await this.files.read(link, LONGEST_LINK);
    return read.known ? new TextDecoder().decode(read.value) : undefined;
  }

  /** @param path of a regular file, links followed */
  read(path: string, limit: number): Promise<Answer<Uint8Array>> {
    return this.files.read(path, limit);
  }
}
