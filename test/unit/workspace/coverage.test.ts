import assert from 'node:assert/strict';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import type { CodeEntry } from '../../../server/src/workspace/snapshot';

const CODE = 'import torch\n\ntorch.load("model.pt")\n';

async function entriesWith(
  cards: Readonly<Record<string, string>>,
  paths: readonly string[],
): Promise<ReadonlyMap<string, CodeEntry>> {
  const files: Record<string, string> = Object.fromEntries(paths.map((path) => [path, CODE]));
  for (const [path, code] of Object.entries(cards))
    files[path] = `aims: 1\nkind: system\nid: ${path.replace(/\W/g, '-')}\n${code}\n`;
  const service = createLanguageService({
    host: new MemoryHost(files),
    clock: { today: () => '2026-11-01' },
    log: { warn: (message) => assert.fail(message) },
  });
  const { code } = await service.snapshot();
  return new Map([...code.values()].map((entry) => [entry.path, entry]));
}

const coverage = ({ coveredBy, silent }: CodeEntry): string =>
  `${coveredBy.map(({ id }) => id).join(' ')}${silent ? ' silent' : ''}`.trim();

describe('which card covers a file', () => {
  const PATHS = ['src/a.py', 'src/scratch/b.py', 'tools/c.py'];

  const covered = async (
    cards: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries(
      [...(await entriesWith(cards, PATHS))].map(([path, entry]) => [path, coverage(entry)]),
    );

  it('takes what a pattern takes, without what one leaves out, wherever that stands', async () => {
    const expected = { 'src/a.py': 'aims-yaml', 'src/scratch/b.py': 'silent', 'tools/c.py': '' };
    assert.deepEqual(await covered({ 'aims.yaml': 'code: ["src/**", "!src/scratch/**"]' }), expected);
    assert.deepEqual(await covered({ 'aims.yaml': 'code: ["!src/scratch/**", "./src/**"]' }), expected);
  });

  it('with patterns that leave out alone, takes all else', async () => {
    assert.deepEqual(await covered({ 'aims.yaml': 'code: ["!**/scratch/**"]' }), {
      'src/a.py': 'aims-yaml',
      'src/scratch/b.py': 'silent',
      'tools/c.py': 'aims-yaml',
    });
  });

  it('what the nearest card leaves out, one further up may cover', async () => {
    assert.deepEqual(await covered({ 'aims.yaml': 'name: All', 'src/aims.yaml': 'code: ["!scratch/**"]' }), {
      'src/a.py': 'src-aims-yaml',
      'src/scratch/b.py': 'aims-yaml',
      'tools/c.py': 'aims-yaml',
    });
  });
});
