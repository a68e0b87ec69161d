/** Completion in a comment that silences a finding. */
import assert from 'node:assert/strict';
import { completeIn } from '../../support/cursor';

const CARD = 'aims: 1\nkind: system\nid: s\nlifecycle: {stage: design-development}\n';

describe('completion in a comment that silences a finding', () => {
  it('offers the rules, that of the next line first, and room for the reason', async () => {
    const completed = await completeIn({
      'aims.yaml': `aims: 1\n# aims-ignore-next-line <|>\n\nkind: system\nid: s\nlifecycle: {stage: design-development}\n`,
    });
    assert.equal(completed.labels[0], 'impact-assessment-missing');
    assert.ok(completed.labels.length > 100 && completed.labels.includes('unknown-person'));
    assert.equal(
      completed.take('impact-assessment-missing').split('\n')[1],
      '# aims-ignore-next-line impact-assessment-missing -- ',
    );
    const item = completed.result?.items.find(({ label }) => label === 'impact-assessment-missing');
    assert.match(item?.detail ?? '', /no impact assessment/);
    assert.match(item?.documentation ?? '', /no impact assessment\.\n\n\S/);
  });

  it('replaces the id under the cursor and keeps a reason that is there', async () => {
    const completed = await completeIn({
      'aims.yaml': `${CARD}# aims-ignore-next-line risk-wi<|>th -- The board decides.\nrisks: []\n`,
    });
    assert.match(
      completed.take('risk-without-owner'),
      /^# aims-ignore-next-line risk-without-owner -- The board decides\.$/m,
    );
  });

  it('offers the same in code, in any comment', async () => {
    for (const [file, mark] of [
      ['train.py', '#'],
      ['train.ts', '//'],
    ] as const) {
      const code = file.endsWith('py')
        ? 'from sklearn.svm import SVC\nSVC().fit(a, b)\n'
        : "import OpenAI from 'openai';\nawait new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [] });\n";
      const completed = await completeIn({
        'aims.yaml': CARD,
        [file]: `${mark} aims-ignore-next-line code<|>\n${code}`,
      });
      assert.ok(completed.labels.includes('code-without-assessment'), file);
      assert.match(
        completed.take('code-without-assessment'),
        new RegExp(`^${mark} aims-ignore-next-line code-without-assessment -- \n`),
      );
    }
  });

  it('offers the word that opens the comment', async () => {
    const inYaml = await completeIn({ 'aims.yaml': `${CARD}# aims-ig<|>\nrisks: []\n` });
    assert.deepEqual(inYaml.labels, ['aims-ignore-next-line']);
    assert.match(inYaml.take('aims-ignore-next-line'), /^# aims-ignore-next-line $/m);
    const inCode = await completeIn({
      'aims.yaml': CARD,
      'a.py': '# aims<|>\nfrom sklearn.svm import SVC\nSVC().fit(a, b)\n',
    });
    assert.deepEqual(inCode.labels, ['aims-ignore-next-line', 'aims: evidence']);
  });

  it('offers nothing in the reason, in other comments, and in front of the word', async () => {
    for (const comment of [
      '# aims-ignore-next-line risk-unrated -- because <|>',
      '# aims and goals <|>',
      '# note <|>',
      '<|># aims-ignore-next-line ',
    ])
      assert.deepEqual(
        (await completeIn({ 'aims.yaml': `${CARD}owner: Ada ${comment}\nrisks: []\n` })).labels.filter(
          (label) => label.includes('-'),
        ),
        [],
        comment,
      );
  });
});
