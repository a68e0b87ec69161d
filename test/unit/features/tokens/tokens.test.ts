import assert from 'node:assert/strict';
import { editsBetween, semanticTokens } from '../../../../server/src/features/tokens';
import { build, type AimsFile } from '../../../../server/src/model/build';
import { parse } from '../../../../server/src/syntax';
import { readTokens } from '../../../support/file-tokens';

const fileOf = (text: string): AimsFile => build('file:///a/aims.yaml', parse(text));

/** "word type.modifier", in order. */
function coloured(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return readTokens(semanticTokens(fileOf(text))).map(({ line, character, length, type, modifiers }) =>
    [lines[line]?.slice(character, character + length), [type, ...modifiers].join('.')].join(' '),
  );
}

const card = (text: string): readonly string[] => coloured(`aims: 1\nkind: system\n${text}`);

describe('semantic tokens', () => {
  it('tell ids that are given from ids that are used', () =>
    assert.deepEqual(
      card('id: s\nowner: bo\nrisks: [{id: R1}]\ncontrols:\n  A.6.2.4: {why: {risks: [R1]}}\n'),
      [
        's variable.declaration',
        'bo parameter',
        'R1 variable.declaration',
        'A.6.2.4 class.declaration',
        'R1 variable',
      ],
    ));

  it('are none in a quoted id that is not closed yet and ends with a line', () => {
    for (const eol of ['\n', '\r\n', '\r'])
      assert.deepEqual(coloured(`aims: 1${eol}kind: impact-assessment${eol}system: 'credit${eol}`), [], eol);
  });

  it('tell the file from its part, and a test from a heading', () =>
    assert.deepEqual(
      card('controls:\n  A.6.2.4:\n    evidence: [a.py::test_x, "b.md#results", https://x.example/#y]\n'),
      [
        'A.6.2.4 class.declaration',
        'a.py string',
        'test_x function',
        'b.md string',
        'results property',
        'https://x.example/#y string',
      ],
    ));

  it('colour words of a list, days, durations, targets and other frameworks', () =>
    assert.deepEqual(
      card(
        'reviewEvery: 6 months\nmodels: [{metrics: [{must: ">= 0.85"}]}]\ncontrols:\n  A.6.2.4:\n    status: planned\n    due: 2027-01-01\n    evidence: [{serves: ["iso-9001-2015:9.1"]}]\n',
      ),
      [
        '6 months number',
        '>= operator',
        '0.85 number',
        'A.6.2.4 class.declaration',
        'planned enumMember',
        '2027-01-01 number',
        'iso-9001-2015 namespace',
        '9.1 property',
      ],
    ));

  it('mark what something newer has taken the place of', () =>
    assert.deepEqual(coloured('aims: 1\nkind: impact-assessment\nstatus: superseded\n'), [
      'superseded enumMember.deprecated',
    ]));

  it('leave a word alone that the format does not know, and a day the calendar does not have', () =>
    assert.deepEqual(card('controls:\n  A.6.2.4: {status: perhaps, due: 2027-02-30}\n'), [
      'A.6.2.4 class.declaration',
    ]));

  it('find controls in running text', () =>
    assert.deepEqual(card('purpose: See A.6.2.4 and A.99.1.\n'), ['A.6.2.4 class']));

  it('stand right behind emoji, in CRLF, and in every document', () =>
    assert.deepEqual(
      card(
        'use: {intended: ["🚲🚲"]} \r\nrisks:\r\n  - {what: 🚲, id: R1}\r\n---\r\naims: 1\r\nkind: system\r\nid: t\r\n',
      ),
      ['R1 variable.declaration', 't variable.declaration'],
    ));

  it('say nothing of text that is not what it means: escapes, several lines, aliases', () =>
    assert.deepEqual(
      card('id: "\\u0073"\nowner: &a bo\ncontributors: [{person: *a}]\nname: |\n  A.6.2.4\n'),
      ['bo parameter'],
    ));

  it('of a range are those that begin in it', () => {
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    const data = semanticTokens(
      fileOf('aims: 1\nkind: system\nid: s\nowner: bo\nreviewEvery: 1 month\n'),
      range,
    );
    assert.deepEqual(
      readTokens(data).map(({ line, type }) => [line, type]),
      [[3, 'parameter']],
    );
  });

  const RISKS =
    'aims: 1\nkind: system\nid: s\nrisks:\n  - id: R1\n    owner: bo\n  - id: R2\n    owner: amara\n';
  for (const [what, before, after] of [
    ['a line more', RISKS, RISKS.replace('id: R1', 'what: x\n    id: R1')],
    ['blanks', RISKS, RISKS.replace('- id: R2', '-   id: R2')],
    // Read as a whole: its nodes stay the same objects, wherever they stand.
    [
      'blanks beside an anchor',
      `x-a: &a b\n${RISKS}`,
      `x-a: &a b\n${RISKS}`.replace('owner: bo', 'owner:   bo'),
    ],
    // The lines below stay as they are, and mean nothing any more.
    ['another section', RISKS, RISKS.replace('risks:', 'x-risks:')],
    ['another kind of file', RISKS, RISKS.replace('kind: system', 'kind: organization')],
  ] as const)
    it(`are those of the text read anew, after an edit: ${what}`, () => {
      const first = parse(before);
      semanticTokens(build('file:///a/aims.yaml', first));
      const edited = build('file:///a/aims.yaml', parse(after, first));
      assert.deepEqual(semanticTokens(edited), semanticTokens(fileOf(after)));
    });

  it('change by one edit', () => {
    const apply = (before: number[], now: number[]): number[] => {
      const data = [...before];
      for (const edit of editsBetween(before, now)) data.splice(edit.start, edit.deleteCount, ...edit.data);
      return data;
    };
    for (const [before, now] of [
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      [
        [1, 2, 3],
        [1, 9, 3],
      ],
      [
        [1, 1, 1],
        [1, 1],
      ],
      [[], [4]],
      [[4], []],
    ] as [number[], number[]][])
      assert.deepEqual(apply(before, now), now);
    assert.deepEqual(editsBetween([1, 2], [1, 2]), []);
    assert.deepEqual(editsBetween([1, 2, 3, 4], [1, 2, 7, 4]), [{ start: 2, deleteCount: 1, data: [7] }]);
  });
});
