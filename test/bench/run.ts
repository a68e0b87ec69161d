/**
 * `npm run bench`: how long the language server and the command line take, beside yaml-language-server on the same files
 * in the same sitting. Absolute numbers are this machine's; the ratios carry over.
 *
 *   --systems N   systems in the large workspace (1000)
 *   --python N    Python files in a workspace (20000)
 *   --no-peer     ours alone
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundle } from '../../scripts/build.mjs';
import type { ServerSpec } from './client';
import { keystrokeInPython, manyPythonFiles } from './code';
import { cardOf, pythonFiles, workspaceOf, writeFiles } from './generate';
import { commandLine, everyFileOpened, firstDiagnostics, startUp, typing, wholeWorkspace } from './measures';
import { installPeer, peerServer } from './peer';
import { table, type Row } from './statistics';

const ROOT = join(import.meta.dirname, '../..');
const SIZES = [1_000, 10_000];

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function documents(
  ours: ServerSpec,
  peer: ServerSpec | undefined,
  folder: string,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const both = async (step: string, measure: (spec: ServerSpec) => Promise<number>): Promise<void> => {
    say(step);
    rows.push({ step, ours: await measure(ours), peer: peer && (await measure(peer)) });
  };
  await both('start to initialized', (spec) => startUp(spec, join(folder, `card-${SIZES[0] ?? 0}`)));
  for (const size of SIZES) {
    // A workspace of its own each: the server reads all of it before it answers.
    const workspace = join(folder, `card-${size}`);
    const file = 'aims.yaml';
    const lines = `${size.toLocaleString('en')} lines`;
    await both(`open to first diagnostics, ${lines}`, (spec) => firstDiagnostics(spec, workspace, file));
    say(`typing, ${lines}`);
    const [own, theirs] = [
      await typing(ours, workspace, file),
      peer && (await typing(peer, workspace, file)),
    ];
    rows.push(
      { step: `keystroke to diagnostics (CPU), ${lines}`, ours: own.keystroke, peer: theirs?.keystroke },
      { step: `hover right after an edit, ${lines}`, ours: own.hover, peer: theirs?.hover },
      { step: `completion right after an edit, ${lines}`, ours: own.completion, peer: theirs?.completion },
    );
  }
  return rows;
}

async function workspaces(
  ours: ServerSpec,
  peer: ServerSpec | undefined,
  program: string,
  { folder, files, systems }: { folder: string; files: readonly string[]; systems: number },
): Promise<readonly Row[]> {
  const what = `${systems.toLocaleString('en')} systems`;
  say(`diagnostics of ${what}`);
  const whole: Row = {
    step: `start to diagnostics of ${what}`,
    ours: await wholeWorkspace(ours, folder),
    peer: peer && (await everyFileOpened(peer, folder, files)),
  };
  say(`aims check of ${what}`);
  return [whole, { step: `aims check of ${what}`, ours: await commandLine(program, folder) }];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      systems: { type: 'string', default: '1000' },
      python: { type: 'string', default: '20000' },
      'no-peer': { type: 'boolean', default: false },
    },
  });
  const systems = Number(values.systems);
  if (!Number.isInteger(systems) || systems < 1) throw new Error(`--systems ${values.systems}: not a number`);
  const python = Number(values.python);
  if (!Number.isInteger(python) || python < 1) throw new Error(`--python ${values.python}: not a number`);
  const peer = values['no-peer'] ? undefined : peerServer(join(ROOT, 'schemas/aims.schema.json'));
  if (peer) installPeer();
  const folder = mkdtempSync(join(tmpdir(), 'aims-bench-'));
  try {
    await buildBundle('cli', folder);
    const ours: ServerSpec = { name: 'aims', args: [join(folder, 'cli.js'), 'lsp', '--stdio'], settings: {} };
    const cards = join(folder, 'cards');
    for (const size of SIZES) writeFiles(cards, cardOf(`card-${size}`, size));
    const many = join(folder, 'many');
    const files = workspaceOf(systems);
    writeFiles(many, files);
    const yaml = [...files.keys()].filter((path) => path.endsWith('.yaml'));
    const rows = [
      ...(await documents(ours, peer, cards)),
      ...(await workspaces(ours, peer, join(folder, 'cli.js'), { folder: many, files: yaml, systems })),
    ];
    const code = join(folder, 'code');
    const without = join(folder, 'without-code');
    writeFiles(without, cardOf('', 120));
    writeFiles(code, new Map([...cardOf('', 120), ...pythonFiles(python)]));
    say('Python');
    const codeRows = [
      await keystrokeInPython(),
      await manyPythonFiles(ours, { folder: code, without, count: python }),
    ];
    const [cpu] = cpus();
    console.log(
      `\n${table(rows, peer?.name ?? '')}\n\n${table(codeRows, 'one parse, one search')}\n\nNode ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
