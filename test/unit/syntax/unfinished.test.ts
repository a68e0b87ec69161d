/** A key that is being typed hides nothing: what stands around it is read, and what is missing stays known. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../server/src/syntax';
import { DAY, openWorkspace } from '../../support/workspace';

const CARD = `aims: 1
kind: system
id: s
role: [developer]
lifecycle: {stage: design-development}
controls:
  A.6.2.7:
    status: planned
    why: Needed
    due: 2027-01-01
  A.7.5:
    status: implemented
    why: Needed
    evidence: [docs/a.md]
risks:
  - id: R1
    what: Letters to the wrong people
`;

const verdicts = async (text: string): Promise<readonly string[]> => {
  const { service, snapshot } = await openWorkspace({ 'aims.yaml': text, 'docs/a.md': '' }, { at: DAY });
  return service
    .status(snapshot)
    .flatMap(({ results }) => results.map(({ requirement, verdict }) => `${requirement.id} ${verdict}`));
};

const codes = (text: string): readonly string[] => parse(text).problems.map(({ code }) => code);
const isWhole = (text: string): boolean => parse(text).documents.every(({ complete }) => complete);

/** Where a key can be begun, with its indentation. */
const PLACES: readonly (readonly [string, string])[] = [
  ['the end', `${CARD}logg`],
  ['between sections', CARD.replace('controls:', 'logg\ncontrols:')],
  ['a row', CARD.replace('  A.7.5:', '  A.6\n  A.7.5:')],
  ['in a row', CARD.replace('    due:', '    own\n    due:')],
  ['the end of a row', CARD.replace('    due: 2027-01-01\n', '    due: 2027-01-01\n    own # soon\n')],
  ['in an item', `${CARD}    lik`],
];

describe('a key that is being typed', () => {
  for (const [where, text] of PLACES) {
    it(`changes no verdict: ${where}`, async () => {
      assert.deepEqual(codes(text), ['unfinished-key']);
      assert.ok(isWhole(text));
      assert.deepEqual(await verdicts(text), await verdicts(CARD));
      assert.deepEqual(codes(text.replaceAll('\n', '\r\n')), ['unfinished-key']);
    });
  }

  it('stays an error of which nothing is known where lines below may belong to it', () => {
    for (const text of [
      'aims: 1\nrisks\n  - id: R1\n',
      'aims: 1\ncontrols\n  A.6.2.7: {status: planned}\n',
      'aims: 1\ncontrols:\n  A.6.2.7\n    status: planned\n',
      'aims: 1\nowner Ada Palmer\n',
      'aims: 1\nuse: {intended: [a\nowner\n',
      'aims: 1\npurpose: "Find\nowner\n',
      'aims: 1\nrole:\n  - developer\n  provider\n',
      'aims: 1\nuse:\n  intended:\n    - loans\n    letters\n',
      'aims: 1\ncontrols:\n  A.6.2.7:\n    evidence\n    - path: docs/a.md\n',
      'aims: 1\npeople:\n  jane\n  - id: b\n  - id: c\n',
      'aims: 1\nrisks:\n  R1\n  - id: R2\n',
      'aims: 1\nowner:\nAda\n',
      'aims: 1\nowner: # who\n\nAda\npurpose: x\n',
      'aims: 1\nlifecycle:\n  stage:\n  retirement\n  started: 2026-01-01\n',
      'aims: 1\ncontrols:\n  A.6.2.7:\n    status:\n    implemented\n    why: x\n',
      'aims: 1\nrisks:\n  - what:\n    Letters\n    id: R1\n',
      'aims: 1\nuse:\n  oversight: |\n      Scores the\n    loan\n  users: [a]\n',
    ])
      assert.ok(!isWhole(text) && codes(text).includes('syntax'), text);
  });

  it('is marked itself, not the line the parser stumbled over', () => {
    for (const [, text] of PLACES) {
      const [problem] = parse(text).problems;
      const word = /^ *(logg|A\.6|own|lik)(?= #|$)/m.exec(text);
      assert.ok(problem && word?.[1]);
      assert.equal(text.slice(problem.span.start, problem.span.end).trimEnd(), word[1]);
    }
  });

  it('is read as if its line were blank, wherever it stands', () => {
    let compared = 0;
    const lines = CARD.split('\n').slice(0, -1);
    fc.assert(
      fc.property(fc.nat(lines.length), fc.constantFrom('wo', 'risk', 'A.4', 'x-y'), (at, word) => {
        // In the column of the line it is put before; behind the last, at the top.
        const column = /^ */.exec(lines[at]?.replace('- ', '  ') ?? '')?.[0] ?? '';
        const typed = [...lines.slice(0, at), `${column}${word}`, ...lines.slice(at)].join('\n');
        const blank = [...lines.slice(0, at), '', ...lines.slice(at)].join('\n');
        if (codes(typed).includes('syntax')) return;
        compared += 1;
        const shape = (text: string): unknown => parse(text).documents.map((each) => each.node([]));
        assert.deepEqual(shape(typed), shape(blank), typed);
      }),
    );
    assert.ok(compared > 30, `${compared} compared`);
  });
});
