import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAssessment } from '../../../server/src/fixes/new-assessment';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import { aims, DAY, folderWith } from './support';

const CARD = `aims: 1
kind: system
id: churn
name: Churn
purpose: Tells who may leave # as of 2026
use: { intended: [Call them] }
`;
const ASSESSED = 'aims: 1\nkind: impact-assessment\nid: IA-churn\nsystem: churn\nstatus: draft\n';

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

/** What the quick fix of the finding on the card writes. */
async function byTheFix(): Promise<Record<string, string>> {
  const service = createLanguageService({
    host: new MemoryHost({ 'aims.yaml': CARD }),
    clock: { today: () => DAY },
    log: { warn: () => undefined },
  });
  const snapshot = await service.snapshot();
  const [system] = snapshot.systems;
  const [fix] = createAssessment(snapshot, system?.own.place);
  const created = fix?.changes.find((change) => change.kind === 'create');
  assert.ok(created);
  return { uri: created.uri, text: created.text };
}

describe('aims init --assessment', () => {
  it('writes what the quick fix writes, and links it in the card', async () => {
    const cwd = folderWith({ 'churn/aims.yaml': CARD });
    const { code, out, err } = await aims(['init', '--assessment', 'churn'], { cwd });
    assert.deepEqual([code, err], [0, []]);
    assert.match(
      out,
      /^Wrote churn\/impact-assessment\.yaml, linked in churn\/aims\.yaml\.\n[\s\S]*TODO[\s\S]*\n {2}aims check churn\/aims\.yaml\n$/,
    );
    assert.equal(read(cwd, 'churn/impact-assessment.yaml'), (await byTheFix()).text);
    assert.equal(read(cwd, 'churn/aims.yaml'), `${CARD}impactAssessment: impact-assessment.yaml\n`);
    const check = await aims(['check', 'churn', '--format', 'json', '--at', DAY], { cwd });
    assert.doesNotMatch(check.out, /impact-assessment-missing/);
  });

  it('--dry-run prints the file to the byte and writes nothing', async () => {
    const cwd = folderWith({ 'aims.yaml': CARD });
    const dry = await aims(['init', '--assessment', '--dry-run'], { cwd });
    assert.deepEqual(
      [dry.code, dry.err],
      [0, ['impact-assessment.yaml would be written, linked in aims.yaml']],
    );
    assert.equal(read(cwd, 'aims.yaml'), CARD);
    assert.ok(!existsSync(join(cwd, 'impact-assessment.yaml')));
    await aims(['init', '--assessment'], { cwd });
    assert.equal(read(cwd, 'impact-assessment.yaml'), dry.out);
  });

  it('takes the card that is named, that stands in the folder, or the nearest above it', async () => {
    const files = {
      'aims.yaml': CARD,
      'src/train.py': '',
      'src/pricing.aims.yaml': CARD.replaceAll('churn', 'pricing'),
    };
    const wrote = async (argv: readonly string[], from: string): Promise<string> => {
      const { out, err } = await aims(['init', '--assessment', ...argv], {
        cwd: join(folderWith(files), from),
      });
      return /^Wrote (\S+),/.exec(out)?.[1] ?? err.join('\n');
    };
    assert.equal(await wrote([], '.'), 'impact-assessment.yaml');
    assert.equal(await wrote(['src'], '.'), 'src/pricing.impact.yaml');
    assert.equal(await wrote(['src/pricing.aims.yaml'], '.'), 'src/pricing.impact.yaml');
    const above = folderWith({ 'aims.yaml': CARD, 'src/data/train.py': '' });
    const { out } = await aims(['init', '--assessment'], { cwd: join(above, 'src/data') });
    assert.match(out, /^Wrote \.\.\/\.\.\/impact-assessment\.yaml, linked in \.\.\/\.\.\/aims\.yaml\./);
  });

  it('takes the system that --system names, of several in one file or below', async () => {
    const files = {
      'aims.yaml': `${CARD}---\n${CARD.replaceAll('churn', 'pricing')}`,
      'b/aims.yaml': CARD.replaceAll('churn', 'triage'),
    };
    const refused = await aims(['init', '--assessment', 'aims.yaml'], { cwd: folderWith(files) });
    assert.equal(refused.code, 2);
    const [, typed = ''] = /Say which: aims (init .*)$/.exec(refused.err[0] ?? '') ?? [];
    assert.equal(typed, 'init --assessment aims.yaml --system churn');
    for (const argv of [typed.split(' '), ['init', '--assessment', '--system', 'pricing']]) {
      const cwd = folderWith(files);
      const { code, out, err } = await aims(argv, { cwd });
      assert.deepEqual([code, err], [0, []]);
      const id = argv.at(-1) ?? '';
      assert.match(out, /^Wrote impact-assessment\.yaml, linked in aims\.yaml\./);
      assert.match(read(cwd, 'impact-assessment.yaml'), new RegExp(`^system: ${id}$`, 'm'));
      const [churn = '', pricing = ''] = read(cwd, 'aims.yaml').split('---\n');
      assert.equal(/^impactAssessment:/m.test(churn), id === 'churn');
      assert.equal(/^impactAssessment:/m.test(pricing), id === 'pricing');
    }
    const below = await aims(['init', '--assessment', '--system', 'triage'], { cwd: folderWith(files) });
    assert.match(below.out, /^Wrote b\/impact-assessment\.yaml,/);
    const alone = await aims(['init', '--system', 'churn'], { cwd: folderWith(files) });
    assert.deepEqual([alone.code, alone.err.length], [2, 1]);
    assert.match(alone.err[0] ?? '', /give it with --assessment$/);
  });

  it('keeps a link that is there, and a file of another kind under the name', async () => {
    const linked = `${CARD}impactAssessment: https://dms.example/IA-1\n`;
    const cwd = folderWith({ 'aims.yaml': linked, 'impact-assessment.yaml': 'notes: ours\n' });
    const { code, out } = await aims(['init', '--assessment'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^Wrote churn\.impact\.yaml\./);
    assert.equal(read(cwd, 'aims.yaml'), linked);
    assert.equal(read(cwd, 'impact-assessment.yaml'), 'notes: ours\n');
  });

  it('in one line, with exit code 2, where there is nothing to write', async () => {
    const refused: readonly (readonly [Readonly<Record<string, string>>, readonly string[], RegExp])[] = [
      [{ 'train.py': '' }, [], /no card of an AI system is at \., in it or above it; aims init drafts one/],
      [
        { 'aims.yaml': CARD, 'impact-assessment.yaml': ASSESSED },
        [],
        /churn is assessed in impact-assessment\.yaml already; nothing was written/,
      ],
      [
        { 'a.aims.yaml': CARD, 'b.aims.yaml': CARD.replace('churn', 'pricing') },
        [],
        /several systems here .*: churn \(a\.aims\.yaml\), pricing \(b\.aims\.yaml\)\. .* aims init --assessment --system churn$/,
      ],
      [
        { 'a.aims.yaml': CARD, 'b.aims.yaml': CARD },
        [],
        /several systems here .*\. .* aims init --assessment a\.aims\.yaml$/,
      ],
      [
        { 'aims.yaml': CARD },
        ['--system', 'chrun'],
        /no card at \. or around it has the id chrun; did you mean churn\?$/,
      ],
      [
        { 'aims.yaml': CARD, 'impact-assessment.yaml': ASSESSED },
        ['--system', 'churn'],
        /churn is assessed in impact-assessment\.yaml already; nothing was written/,
      ],
      [{ 'aims.yaml': CARD.replace('id: churn\n', '') }, [], /aims\.yaml has no id/],
      [{ 'aims.yaml': CARD }, ['--organization'], /not both/],
      [{ 'aims.yaml': CARD }, ['nowhere'], /does not exist/],
    ];
    for (const [files, argv, line] of refused) {
      const cwd = folderWith(files);
      const { code, out, err } = await aims(['init', '--assessment', ...argv], { cwd });
      assert.deepEqual([code, out, err.length], [2, '', 1], String(line));
      assert.match(err[0] ?? '', line);
      for (const [path, text] of Object.entries(files)) assert.equal(read(cwd, path), text);
    }
  });

  it('leaves nothing behind where the card cannot take the link', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'real/aims.yaml': CARD, 'churn/notes.md': '' });
    symlinkSync(join(cwd, 'real/aims.yaml'), join(cwd, 'churn/aims.yaml'));
    const { code, err } = await aims(['init', '--assessment', 'churn'], { cwd });
    assert.equal(code, 2, err.join('\n'));
    assert.ok(!existsSync(join(cwd, 'churn/impact-assessment.yaml')));
    assert.equal(read(cwd, 'real/aims.yaml'), CARD);
  });

  it('writes into cards of any line ends, with a byte order mark or none', async () => {
    for (const [mark, end] of [
      ['', '\r\n'],
      ['\uFEFF', '\n'],
    ] as const) {
      const cwd = folderWith({});
      const text = mark + CARD.replaceAll('\n', end);
      writeFileSync(join(cwd, 'aims.yaml'), text);
      assert.equal((await aims(['init', '--assessment'], { cwd })).code, 0);
      assert.equal(read(cwd, 'aims.yaml'), `${text}impactAssessment: impact-assessment.yaml${end}`);
    }
  });
});
