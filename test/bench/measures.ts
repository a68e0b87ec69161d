/** What is measured, each a median in milliseconds. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'vscode-languageserver/node';
import { LanguageServer, type Document, type ServerSpec } from './client';
import { median, series } from './statistics';

const TYPING = { warmUp: 5, runs: 30 };
const STARTING = { warmUp: 1, runs: 5 };

/** From starting the process to the answer of `initialize`. */
export const startUp = async (spec: ServerSpec, folder: string): Promise<number> =>
  median(
    await series(STARTING, async () => {
      const server = await LanguageServer.start(spec, folder);
      await server.stop();
      return server.startedIn;
    }),
  );

/** From opening the file in a server just started to its first diagnostics. */
export const firstDiagnostics = async (spec: ServerSpec, folder: string, file: string): Promise<number> => {
  const text = readFileSync(join(folder, file), 'utf8');
  return median(
    await series(STARTING, async () => {
      const server = await LanguageServer.start(spec, folder);
      const began = performance.now();
      await server.diagnostics(await server.open(join(folder, file), text));
      const took = performance.now() - began;
      await server.stop();
      return took;
    }),
  );
};

/** Behind the first word of a `what` in the middle of the file: free text, so that the file stays valid. */
function middle({ lines }: Document): Position {
  const from = Math.floor(lines.length / 2);
  const line = lines.findIndex((text, index) => index >= from && /^\s+(?:what|why|source): /.test(text));
  return { line, character: (lines[line] ?? '').length };
}

export interface Typing {
  /** CPU of the server from the keystroke to the diagnostics; a push server's debounce is not in it. */
  readonly keystroke: number;
  /** From an edit to the answer of the hover behind it. */
  readonly hover: number;
  readonly completion: number;
}

export async function typing(spec: ServerSpec, folder: string, file: string): Promise<Typing> {
  const server = await LanguageServer.start(spec, folder);
  const document = await server.open(join(folder, file), readFileSync(join(folder, file), 'utf8'));
  await server.diagnostics(document);
  const place = middle(document);
  const keystroke = await series(TYPING, async () => {
    await server.settle();
    return server.costOf(async () => {
      await server.type(document, place);
      await server.diagnostics(document);
    });
  });
  const behindAnEdit = (method: string, position: Position): Promise<readonly number[]> =>
    series(TYPING, async () => {
      await server.type(document, place);
      const began = performance.now();
      const answer = await server.request(method, { textDocument: { uri: document.uri }, position });
      if (answer === null) throw new Error(`${spec.name}: ${method} said nothing`);
      return performance.now() - began;
    });
  const key = { line: place.line, character: (document.lines[place.line] ?? '').search(/\S/) + 1 };
  const hover = await behindAnEdit('textDocument/hover', key);
  const completion = await behindAnEdit('textDocument/completion', {
    line: place.line,
    character: (document.lines[place.line] ?? '').search(/\S/),
  });
  await server.stop();
  return { keystroke: median(keystroke), hover: median(hover), completion: median(completion) };
}

/** From starting the server to the diagnostics of every file, asked for at once. */
export async function wholeWorkspace(spec: ServerSpec, folder: string): Promise<number> {
  const began = performance.now();
  const server = await LanguageServer.start(spec, folder);
  await server.request('workspace/diagnostic', { previousResultIds: [] });
  const took = performance.now() - began;
  await server.stop();
  return took;
}

/** The same with a server that only knows open files: each is opened, thirty-two at a time. */
export async function everyFileOpened(
  spec: ServerSpec,
  folder: string,
  files: readonly string[],
): Promise<number> {
  const began = performance.now();
  const server = await LanguageServer.start(spec, folder);
  const queue = files.values();
  const worker = async (): Promise<void> => {
    for (const file of queue) {
      const document = await server.open(join(folder, file), readFileSync(join(folder, file), 'utf8'));
      await server.diagnostics(document);
      await server.close(document);
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  const took = performance.now() - began;
  await server.stop();
  return took;
}

/** Wall time of `aims check` on a folder, start-up included. */
export async function commandLine(program: string, folder: string): Promise<number> {
  return median(
    await series({ warmUp: 1, runs: 3 }, () => {
      const began = performance.now();
      const argv = [program, 'check', folder, '--format', 'json', '--at', '2026-11-01', '--fail-on', 'never'];
      const { status } = spawnSync(process.execPath, argv, { maxBuffer: 1_000_000_000 });
      if (status !== 0) throw new Error(`aims check ended with ${status ?? 'a signal'}`);
      return Promise.resolve(performance.now() - began);
    }),
  );
}
