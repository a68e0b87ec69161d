/**
 * Requests from the server about files that only the editor can reach: those of folders that are not on disk, and all
 * of them where the server is a web worker. The editor answers for what lies in a workspace folder, and for nothing else.
 */

/** What stands in a folder itself. */
export const FILE_LIST_REQUEST = 'aims/fs/list';
/** What a URI is. */
export const FILE_STAT_REQUEST = 'aims/fs/stat';
/** All of a file. */
export const FILE_READ_REQUEST = 'aims/fs/read';

/** A link is neither file nor folder, wherever it leads. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

export interface FileParams {
  readonly uri: string;
}

export interface ListedFile {
  readonly name: string;
  readonly is: FileKind;
}

/** Null where there is no such folder, or it cannot be read. */
export type FileListResult = readonly ListedFile[] | null;

export interface FileStatResult {
  /** `unknown`: it could not be asked. */
  readonly is: FileKind | 'missing' | 'unknown';
  /** When it was last written, in milliseconds since 1970; absent where nobody knows. */
  readonly modified?: number;
}

export interface FileReadParams extends FileParams {
  /** Of more bytes than this nothing is sent. */
  readonly limit: number;
  /** `text` is UTF-8 without its byte order mark; what is no UTF-8 comes as U+FFFD. */
  readonly as: 'text' | 'base64';
}

export type FileReadResult =
  { readonly content: string } | { readonly none: 'missing' | 'not-a-file' | 'too-large' | 'unreadable' };
