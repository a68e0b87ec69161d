/** The server we compare with: Red Hat's, with the JSON Schema generated from our format. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerSpec } from './client';

const FOLDER = join(import.meta.dirname, 'peer');
const PROGRAM = join(FOLDER, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');

/** @throws {Error} where it cannot be installed */
export function installPeer(): void {
  if (existsSync(PROGRAM)) return;
  console.error('Installing yaml-language-server…');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('yaml-language-server could not be installed.');
}

export function peerServer(schemaPath: string): ServerSpec {
  const yaml = {
    schemas: { [pathToFileURL(schemaPath).href]: ['*.yaml'] },
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    maxItemsComputed: 100_000,
  };
  return { name: 'yaml-language-server', args: [PROGRAM, '--stdio'], settings: { yaml } };
}
