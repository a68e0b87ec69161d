/** Drives the built `aims mcp` with the client of the protocol's own SDK, or with bare lines. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { buildBundle } from '../../scripts/build.mjs';

let built: Promise<string> | undefined;

/** Path of a fresh command line with the bundle it loads; built once a process. */
export const builtProgram = (): Promise<string> =>
  (built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aims-mcp-'));
    await Promise.all([buildBundle('cli', folder), buildBundle('mcp', folder)]);
    return join(folder, 'cli.js');
  })());

export interface Handshake {
  /** `legacy`: with `initialize`. Or a version of the protocol without it. */
  readonly mode: 'legacy' | { readonly pin: string };
}

const open = new Set<Client>();

/** Ends what `connect` began; a client that is left open keeps the tests from ending. */
export async function disconnectAll(): Promise<void> {
  await Promise.all([...open].map((client) => client.close()));
  open.clear();
}

/** A client that has shaken hands with `aims mcp` in a folder, judged at the day of the example. */
export async function connect(cwd: string, { mode }: Handshake = { mode: 'legacy' }): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  open.add(client);
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [await builtProgram(), 'mcp', '--at', '2026-11-01'],
      cwd,
      stderr: 'pipe',
    }),
  );
  return client;
}

export interface Exchange {
  /** Lines of standard output, as JSON. */
  readonly answers: readonly {
    readonly id?: unknown;
    readonly error?: { readonly code: number };
    readonly result?: unknown;
  }[];
  readonly stderr: string;
  readonly code: number | null;
}

/** Writes lines to `aims mcp` as they are, waits for as many answers as asked for, and hangs up. */
export async function speak(cwd: string, lines: readonly string[], answers: number): Promise<Exchange> {
  const child = spawn(process.execPath, [await builtProgram(), 'mcp', '--at', '2026-11-01'], { cwd });
  const got: Exchange['answers'][number][] = [];
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  createInterface({ input: child.stdout }).on('line', (line) => {
    got.push(JSON.parse(line) as Exchange['answers'][number]);
    if (got.length === answers) child.stdin.end();
  });
  for (const line of lines) child.stdin.write(`${line}\n`);
  if (answers === 0) child.stdin.end();
  return { code: await ended, answers: got, stderr };
}
