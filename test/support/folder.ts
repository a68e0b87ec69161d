/** A workspace on disk, for tests that need a real file system. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Folder {
  readonly path: string;
  /** URI of a file below it. */
  uri(path: string): string;
  /** Writes a file; folders are made as needed. Returns its URI. */
  write(path: string, content: string | Uint8Array): string;
  remove(path: string): void;
  dispose(): void;
}

export function createFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'aims-workspace-')));
  const uri = (name: string): string => pathToFileURL(join(path, name)).href;
  const folder: Folder = {
    path,
    uri,
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      return uri(name);
    },
    remove: (name) => rmSync(join(path, name), { recursive: true }),
    dispose: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}
