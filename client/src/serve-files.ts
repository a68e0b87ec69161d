/** Answers the server's questions about files that only VS Code can reach, by whatever provider their scheme has. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FILE_LIST_REQUEST,
  FILE_READ_REQUEST,
  FILE_STAT_REQUEST,
  type FileKind,
  type FileListResult,
  type FileParams,
  type FileReadParams,
  type FileReadResult,
  type FileStatResult,
} from '../../server/src/protocol';
import type { Disposable } from './disposable';

/** Also for a client that starts later, or again. */
export const serveFiles = (client: BaseLanguageClient): Disposable[] => [
  client.onRequest(FILE_LIST_REQUEST, list),
  client.onRequest(FILE_STAT_REQUEST, stat),
  client.onRequest(FILE_READ_REQUEST, read),
];

async function list({ uri }: FileParams): Promise<FileListResult> {
  const folder = toUri(uri);
  if (!folder) return null;
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({ name, is: kindOf(type) }));
  } catch {
    return null;
  }
}

async function stat({ uri }: FileParams): Promise<FileStatResult> {
  const file = toUri(uri);
  if (!file) return { is: 'missing' };
  try {
    const { type, mtime } = await workspace.fs.stat(file);
    // Providers that do not know say 0.
    return { is: kindOf(type), ...(mtime > 0 && { modified: mtime }) };
  } catch (error) {
    return { is: isMissing(error) ? 'missing' : 'unknown' };
  }
}

async function read({ uri, limit, as }: FileReadParams): Promise<FileReadResult> {
  const file = toUri(uri);
  if (!file) return { none: 'missing' };
  try {
    const { type, size } = await workspace.fs.stat(file);
    if (kindOf(type) !== 'file') return { none: 'not-a-file' };
    if (size > limit) return { none: 'too-large' };
    const bytes = await workspace.fs.readFile(file);
    if (bytes.length > limit) return { none: 'too-large' };
    return { content: as === 'text' ? new TextDecoder().decode(bytes) : toBase64(bytes) };
  } catch (error) {
    return { none: isMissing(error) ? 'missing' : 'unreadable' };
  }
}

/** Undefined outside the workspace: a folder may have left it while it was read. */
function toUri(text: string): Uri | undefined {
  const parsed = Uri.parse(text, true);
  // The topmost folder of a scheme is written without its slash.
  const uri = parsed.path === '' ? parsed.with({ path: '/' }) : parsed;
  return workspace.getWorkspaceFolder(uri) && uri;
}

function kindOf(type: FileType): FileKind {
  if (type & FileType.SymbolicLink) return 'link';
  return type === FileType.File ? 'file' : type === FileType.Directory ? 'folder' : 'other';
}

const isMissing = (error: unknown): boolean =>
  error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);

/** Bytes made to text at a time: a call takes only so many arguments. */
const PIECE = 32_768;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
