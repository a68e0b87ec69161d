/** Files in the memory of an editor, as it answers `aims/fs/*`; and what it was asked. */
import {
  FILE_LIST_REQUEST,
  FILE_READ_REQUEST,
  FILE_STAT_REQUEST,
  type FileListResult,
  type FileReadParams,
  type FileReadResult,
  type FileStatResult,
  type ListedFile,
} from '../../server/src/protocol';

/** A link is said by where it leads. */
export type EditorFile = string | Uint8Array | { readonly link: string };

export class EditorFiles {
  readonly #files: Map<string, EditorFile>;
  readonly asked: string[] = [];
  #held = Promise.resolve();
  #isHeld: (params: FileReadParams) => boolean = () => false;

  /** @param files by URI */
  constructor(files: Readonly<Record<string, EditorFile>>) {
    this.#files = new Map(Object.entries(files));
  }

  /** Undefined for requests about anything else. */
  answer(
    method: string,
    params: FileReadParams,
  ): FileListResult | FileStatResult | FileReadResult | undefined {
    const { uri } = params;
    if (method === FILE_LIST_REQUEST) {
      this.asked.push(`list ${uri}`);
      return this.list(uri);
    }
    if (method === FILE_STAT_REQUEST) return this.stat(uri);
    if (method !== FILE_READ_REQUEST) return undefined;
    this.asked.push(`read ${uri}`);
    return this.read(params);
  }

  /** As `answer`, once it is no longer held back. */
  async answered(...asked: Parameters<EditorFiles['answer']>): Promise<ReturnType<EditorFiles['answer']>> {
    if (this.#isHeld(asked[1])) await this.#held;
    return this.answer(...asked);
  }

  /** From now on nothing is answered, or none of those chosen, until it is released. */
  hold(isHeld: (params: FileReadParams) => boolean = () => true): { readonly release: () => void } {
    let release = (): void => undefined;
    this.#isHeld = isHeld;
    this.#held = new Promise((resolve) => (release = resolve));
    return { release: () => release() };
  }

  list(uri: string): FileListResult {
    const entries = new Map<string, ListedFile>();
    for (const [file, content] of this.#files) {
      if (!file.startsWith(`${uri}/`)) continue;
      const [name = '', ...below] = file.slice(uri.length + 1).split('/');
      const is = below.length > 0 ? 'folder' : isLink(content) ? 'link' : 'file';
      if (!entries.has(name)) entries.set(name, { name: decodeURIComponent(name), is });
    }
    return entries.size > 0 ? [...entries.values()] : null;
  }

  stat(uri: string): FileStatResult {
    const content = this.#files.get(uri);
    if (content !== undefined) return isLink(content) ? { is: 'link' } : { is: 'file', modified: 1 };
    return { is: [...this.#files.keys()].some((file) => file.startsWith(`${uri}/`)) ? 'folder' : 'missing' };
  }

  /** As VS Code does, it follows links. */
  read({ uri, limit, as }: FileReadParams): FileReadResult {
    const content = this.#files.get(uri);
    if (content === undefined) return { none: 'missing' };
    if (isLink(content)) return this.read({ uri: content.link, limit, as });
    const bytes = Buffer.from(content);
    if (bytes.length > limit) return { none: 'too-large' };
    return { content: as === 'text' ? new TextDecoder().decode(bytes) : bytes.toString('base64') };
  }

  write(uri: string, content: EditorFile): void {
    this.#files.set(uri, content);
  }
}

const isLink = (content: EditorFile): content is { readonly link: string } =>
  typeof content === 'object' && 'link' in content;
