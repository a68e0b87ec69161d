import assert from 'node:assert/strict';
import { symbolsIn, type OutlineSymbol } from '../../../../server/src/features/symbols';
import { DAY, ROOT, openWorkspace } from '../../../support/workspace';

/** The outline as indented lines: kind, name, detail in brackets. */
const lines = (symbols: readonly OutlineSymbol[], depth = 0): readonly string[] =>
  symbols.flatMap(({ kind, name, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...lines(children, depth + 1),
  ]);

async function outline(text: string): Promise<readonly string[]> {
  const { snapshot } = await openWorkspace({ 'aims.yaml': text });
  return lines(symbolsIn(snapshot, DAY, `${ROOT}/aims.yaml`));
}

describe('document symbols', () => {
  it('are sections, rows with their verdict, and entries by id and name', async () =>
    assert.deepEqual(
      await outline(`aims: 1
kind: system
id: s
lifecycle: {stage: design-development}
risks:
  - id: R1
    what: Proxy discrimination
    severity: major
controls:
  A.6.2.4: {status: planned, due: 2027-01-01, why: x}
  A.7.5:
    status: implemented
    why: x
    evidence:
      - {ref: DMS-1, heldBy: bo, reviewed: 2026-09-20, by: Bo Lind}
`),
      [
        'value aims (1)',
        'value kind (system)',
        'value id (s)',
        'section lifecycle (design-development)',
        'section risks (1)',
        '  entity R1 Proxy discrimination (major)',
        'section controls (1 of 21 evidenced)',
        '  row A.6.2.4 AI system verification and validation (not due yet)',
        '  row A.7.5 Data provenance (attested)',
        '    item evidence (1)',
        '      item DMS-1',
      ],
    ));

  it('are documents where a file has several', async () =>
    assert.deepEqual(
      (
        await outline('aims: 1\nkind: organization\nid: o\nname: Org\n---\naims: 1\nkind: system\nid: s\n')
      ).filter((line) => !line.startsWith(' ')),
      ['document Org (organization)', 'document s (system)'],
    ));

  it('show people, and what an empty or half-written entry is called', async () =>
    assert.deepEqual(
      (
        await outline(
          'aims: 1\nkind: organization\npeople:\n  - {id: bo, name: Bo Lind}\n  - {roles: [x]}\n  - \n"": x\n',
        )
      ).slice(2),
      ['section people (3)', '  person bo Bo Lind', '  item item 2', 'value an empty key (x)'],
    ));

  it('say the status as written in rows nobody judges', async () =>
    assert.ok(
      (
        await outline(
          'aims: 1\nkind: organization\nid: o\nprofiles:\n  tabular:\n    controls: {A.6.2.5: {status: planned}}\n',
        )
      ).includes('      row A.6.2.5 AI system deployment (planned)'),
    ));

  it('are none in files that are not ours', async () => {
    const { snapshot } = await openWorkspace({ 'other.yaml': 'a: b\n' });
    assert.deepEqual(symbolsIn(snapshot, DAY, `${ROOT}/other.yaml`), []);
  });
});
