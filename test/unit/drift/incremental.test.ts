import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLanguageService, type LanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';

const ROOT = 'file:///workspace';

const LINES = [
  'OpenAI().chat.completions.create(model="gpt-4o")',
  'OpenAI().chat.completions.create(model="gpt-4o-mini")',
  'OpenAI().chat.completions.create(model=choose())',
  'AutoModel.from_pretrained("bert-base-uncased")',
  'AutoModel.from_pretrained("bert-base-uncased", revision="0a6aa91")',
  'AutoModel.from_pretrained("out/best")',
  'model.save_pretrained("out/best")',
  'load_dataset("imdb")',
  'SVC().fit(a, b)',
];
const CARDS = [
  'models: [{id: a, basedOn: {name: gpt-4o-mini, provider: openai}}]',
  'models: [{id: b, artifact: b.pt, basedOn: {name: bert-base-uncased, revision: 86b5e09}}]',
  'suppliers: [{id: openai, provides: Models}]\ndatasets: [{id: imdb, uses: [training]}]',
  'code: ["a*.py"]\ncontrols: {A.10.3: {status: not-applicable, why: Nothing is bought}}',
  'code: ["!b*.py"]\nlifecycle: {stage: inception}',
];
const HEAD = [
  'from openai import OpenAI',
  'from transformers import AutoModel',
  'from datasets import load_dataset',
  'from sklearn.svm import SVC',
].join('\n');

const codeText = (lines: readonly number[]): string =>
  [HEAD, ...lines.map((line) => LINES[line % LINES.length])].join('\n');
const cardText = (card: number, id: string): string =>
  `aims: 1\nkind: system\nid: ${id}\ntarget: audit\n${CARDS[card % CARDS.length] ?? ''}\n`;

const FILES = ['a1.py', 'a2.py', 'b1.py', 'sub/a3.py', 'sub/b2.py', 'tests/test_a.py'];

const service = (files: Readonly<Record<string, string>>): LanguageService =>
  createLanguageService({
    host: new MemoryHost(files),
    clock: { today: () => '2026-11-01' },
    log: { warn: (message) => assert.fail(message) },
  });

async function findings(of: LanguageService): Promise<unknown> {
  const snapshot = await of.snapshot();
  return of.files(snapshot).flatMap((uri) => of.findings(snapshot, uri));
}

interface Edit {
  readonly file: number;
  readonly lines: readonly number[];
  readonly card: number;
}

const edits = fc.array(
  fc.record<Edit>({
    file: fc.nat({ max: FILES.length + 1 }),
    lines: fc.array(fc.nat({ max: LINES.length - 1 }), { maxLength: 4 }),
    card: fc.nat({ max: CARDS.length - 1 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('code held against cards', function () {
  this.timeout(60_000);

  it('after any edits is what it is when read at once', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const texts: Record<string, string> = {
          'aims.yaml': cardText(0, 'upper'),
          'sub/aims.yaml': cardText(1, 'lower'),
          ...Object.fromEntries(FILES.map((file, at) => [file, codeText([at, at + 3])])),
        };
        const edited = service({ ...texts });
        await findings(edited);
        for (const { file, lines, card } of list) {
          const path = FILES[file] ?? (file === FILES.length ? 'aims.yaml' : 'sub/aims.yaml');
          texts[path] = path.endsWith('.py')
            ? codeText(lines)
            : cardText(card, path === 'aims.yaml' ? 'upper' : 'lower');
          edited.index.setOpen(`${ROOT}/${path}`, texts[path]);
          await findings(edited);
        }
        assert.deepEqual(await findings(edited), await findings(service(texts)));
      }),
      { numRuns: 60 },
    );
  });
});
