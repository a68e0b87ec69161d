/** The one way the engine reaches files: implemented for Node, for a web worker, and in memory for tests. */

import type { FileDigest } from '../evidence';
import type { Git } from './git';

export type { FileDigest };

export type TextResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** There, but it cannot be read: too large, no permission, not text. Never counted as a pass. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** `outside`: a link that leaves the workspace. `unknown`: it could not be asked. */
export type Existence = 'file' | 'directory' | 'missing' | 'outside' | 'unknown';

export interface FoundFile {
  readonly uri: string;
  readonly what: 'yaml' | 'code' | 'lock';
}

export interface WorkspaceHost {
  /** Canonical URIs of the workspace folders, without a slash at the end. Nothing outside them is read. */
  roots(): readonly string[];
  /**
   * Folders inside the roots that the user asked about, where that is less than everything: what is test or example is
   * judged by the path from there, so that an example folder asked about by name is no example.
   */
  asked?(): readonly string[];
  /**
   * YAML files, approvals records, code and notebooks below the roots, in no particular order. Folders of other people's code
   * and of generated files (`node_modules`, `.venv`, …) are left out, and so is what git's ignore files name, but for
   * approvals records.
   */
  findFiles(): Promise<readonly FoundFile[]>;
  /**
   * Do git's ignore files, as they were when files were last found, leave out a file of this name? It can be read all the
   * same: it is only none that is looked at unasked. Absent where a host has no ignore files.
   */
  isIgnored?(uri: string): boolean;
  readText(uri: string): Promise<TextResult>;
  stat(uri: string): Promise<Existence>;
  /** What stands in a folder, for completion of paths. Absent where a host cannot say; empty where it cannot be read. */
  list?(folder: string): Promise<readonly FolderEntry[]>;
  /**
   * When a file was last written, in milliseconds since 1970. Absent where a host cannot say (files of a revision);
   * undefined where this file cannot be asked.
   */
  modified?(uri: string): Promise<number | undefined>;
  /**
   * Digests of a file inside the workspace, of whatever kind; undefined where it cannot be read, or is written to all the
   * time. May take minutes; cheap where the file is the same. Absent where a host has no bytes.
   */
  digest?(uri: string): Promise<FileDigest | undefined>;
  /**
   * What git says of a workspace folder. Absent where it may not be started: git does what the repository configures, so
   * only in workspaces that are trusted.
   * @param root of `roots`
   */
  git?(root: string): Git | undefined;
}

export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** Folders whose content is never ours to judge. */
export const EXCLUDED_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'virtualenv',
  'site-packages',
  'dist-packages',
  '__pycache__',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.ipynb_checkpoints',
  '.eggs',
  'dist',
  'build',
  'vendor',
  'third_party',
  'thirdparty',
  '.scratch',
  '.cache',
  '.idea',
  '.terraform',
  '.dvc',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.angular',
  '.turbo',
  '.yarn',
]);

/** A folder holding this file is a Python virtual environment, whatever its name. */
export const VIRTUAL_ENVIRONMENT_MARK = 'pyvenv.cfg';

/** The approvals record: one beside each organization's file, else at the root of the workspace. */
export const LOCK_NAME = 'aims.lock';

/** JavaScript that people write: no type declarations, nothing minified or bundled. */
const CODE = /\.(?:py|ipynb)$|(?<!\.d|\.min|[.-]bundle)\.(?:[cm]?[jt]s|[jt]sx)$/i;
const YAML = /\.ya?ml$/i;

/** What a file name is to us, if anything. */
export const fileKind = (name: string): FoundFile['what'] | undefined =>
  name === LOCK_NAME ? 'lock' : YAML.test(name) ? 'yaml' : CODE.test(name) ? 'code' : undefined;

/** In bytes. Notebooks are as large as the pictures in them. */
const MAX_FILE_SIZE = { yaml: 5_000_000, code: 20_000_000, lock: 50_000_000 } as const;

const JAVASCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/i;

/**
 * In bytes. What is longer than a million UTF-16 code units counts as a bundle (server/src/code), and none of them takes
 * more than three bytes.
 */
const MAX_JAVASCRIPT_SIZE = 3_000_000;

/**
 * Larger files are not read: they are no cards and no hand-written code. Of what is none of ours, as of YAML.
 * @returns bytes
 */
export function maxFileSize(name: string): number {
  const kind = fileKind(name) ?? 'yaml';
  return kind === 'code' && JAVASCRIPT.test(name) ? MAX_JAVASCRIPT_SIZE : MAX_FILE_SIZE[kind];
}
