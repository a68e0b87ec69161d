/**
 * Counts what the rules about code say of folders of real code that nobody wrote for them: in a workspace without any AIMS
 * file, and with one card that covers everything and names nothing. Whether a finding is a false alarm, a reader says:
 * `list` holds each with its line of code, and each call that was taken for a signal.
 *
 * Nothing is fetched and nothing is written into the folders: the card exists in memory alone. How to get folders of
 * code: docs/measurements.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeHost } from '../server/src/node/host';
import { toUri } from '../server/src/node/paths';
import { rules } from '../server/src/rules/registry.generated';
import type { Finding } from '../server/src/rules/rule';
import { createLanguageService } from '../server/src/service';
import { DEFAULT_SETTINGS } from '../server/src/settings/settings';
import type { WorkspaceHost } from '../server/src/workspace/host';
import type { CodeEntry, Snapshot } from '../server/src/workspace/snapshot';

/** A card that is there, and says nothing of what the system is made of. */
const MINIMAL_CARD = [
  'aims: 1',
  'kind: system',
  'id: measured',
  'name: Measured',
  'owner: Nobody',
  'purpose: None',
  'models: []',
  'datasets: []',
  '',
].join('\n');
const DAY = '2026-11-01';

const ABOUT_CODE: ReadonlySet<string> = new Set(
  rules.filter(({ group }) => group === 'code').map(({ id }) => id),
);

interface Measured {
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

/** The folder's files, and a card beside them that no disk holds. */
function withCard(host: WorkspaceHost, folder: string): WorkspaceHost {
  const card = `${folder}/aims.yaml`;
  return {
    roots: () => host.roots(),
    findFiles: async () => [...(await host.findFiles()), { uri: card, what: 'yaml' }],
    readText: async (uri) => (uri === card ? { kind: 'text', text: MINIMAL_CARD } : host.readText(uri)),
    stat: async (uri) => (uri === card ? 'file' : host.stat(uri)),
  };
}

async function measure(host: WorkspaceHost): Promise<Measured> {
  const service = createLanguageService({
    host,
    clock: { today: () => DAY },
    log: {
      warn: (message) => {
        throw new Error(message);
      },
    },
    settings: DEFAULT_SETTINGS,
  });
  const snapshot = await service.snapshot();
  const findings = service
    .files(snapshot)
    .flatMap((uri) => service.findings(snapshot, uri))
    .filter(({ rule }) => ABOUT_CODE.has(rule));
  return { snapshot, findings };
}

const countBy = <T>(items: readonly T[], key: (item: T) => string): string => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
};

/** The library of the call a finding stands on; of a finding in the card, none. */
function libraryOf({ uri, range, cell }: Finding, { code }: Snapshot): string {
  const here = code
    .get(uri)
    ?.facts.signals.find(
      (signal) =>
        signal.cell === cell &&
        signal.range.start.line === range.start.line &&
        signal.range.start.character === range.start.character,
    );
  return here?.library ?? 'no call';
}

/** The line of code, by its place: `{uri, cell, line}`; of a notebook's cell, too. */
function lineAt(uri: string, line: number, cell: number | undefined): string {
  const text = readFileSync(fileURLToPath(uri), 'utf8');
  if (cell === undefined) return text.split(/\r\n|\r|\n/)[line]?.trim() ?? '';
  const { cells = [] } = JSON.parse(text) as { cells?: readonly { source?: string | readonly string[] }[] };
  const source = cells[cell]?.source ?? '';
  const lines = (typeof source === 'string' ? source : source.join('')).split('\n');
  return lines[line]?.trim() ?? '';
}

const place = (folder: string, uri: string, line: number, cell: number | undefined): string =>
  `${uri.slice(folder.length + 1)}${cell === undefined ? '' : `#${cell}`}:${line + 1}`;

function* listed(folder: string, title: string, { findings }: Measured): Iterable<string> {
  for (const { rule, severity, uri, range, cell, message } of findings) {
    const line = uri.endsWith('/aims.yaml') ? '' : lineAt(uri, range.start.line, cell);
    const where = place(folder, uri, range.start.line, cell);
    yield [title, severity, rule, where, message, line].join('\t');
  }
}

function* calls(folder: string, entries: readonly CodeEntry[]): Iterable<string> {
  for (const { uri, facts, silent } of entries)
    for (const { kind, library, callee, target, range, cell } of facts.signals) {
      const line = lineAt(uri, range.start.line, cell);
      const where = place(folder, uri, range.start.line, cell);
      yield [silent ? 'silent call' : 'call', kind, library, where, callee, target ?? '', line].join('\t');
    }
}

function print(title: string, files: number, { snapshot, findings }: Measured): void {
  const perThousand = files === 0 ? 0 : (1000 * findings.length) / files;
  console.log(`  ${title}: ${findings.length} findings, ${perThousand.toFixed(1)} per 1,000 files`);
  if (findings.length === 0) return;
  console.log(`    by rule: ${countBy(findings, ({ rule, severity }) => `${rule} (${severity})`)}`);
  console.log(`    by library: ${countBy(findings, (finding) => libraryOf(finding, snapshot))}`);
}

/**
 * @param folders that exist; each is a workspace of its own
 * @param list path of a file that is to hold all findings and calls, tab-separated
 * @throws {Error} where a folder is not there, or a part of the check failed
 */
export async function benchNoise(folders: readonly string[], list: string | undefined): Promise<void> {
  const lines: string[] = [];
  for (const path of folders.map((each) => resolve(each))) {
    if (!existsSync(path)) throw new Error(`There is no folder ${path}.`);
    const folder = toUri(path);
    const host = createNodeHost([path]);
    const without = await measure(host);
    const covered = await measure(withCard(host, folder));
    const files = (await host.findFiles()).filter(({ what }) => what === 'code').length;
    const entries = [...without.snapshot.code.values()];
    const silent = entries.filter((entry) => entry.silent).length;
    const signals = entries.flatMap(({ facts }) => facts.signals);
    console.log(
      `${basename(path)}: ${files} files of code; in ${entries.length} of them something to read, ` +
        `${silent} of these tests, examples or documentation; ${signals.length} calls taken for signals`,
    );
    if (signals.length > 0) {
      console.log(`  calls by kind: ${countBy(signals, ({ kind }) => kind)}`);
      console.log(`  calls by library: ${countBy(signals, ({ library }) => library)}`);
    }
    print('without AIMS files', files, without);
    print('with a card that covers all', files, covered);
    lines.push(
      `# ${path}`,
      ...listed(folder, 'without card', without),
      ...listed(folder, 'with card', covered),
    );
    lines.push(...calls(folder, entries));
  }
  if (list !== undefined) writeFileSync(list, `${lines.join('\n')}\n`);
}
