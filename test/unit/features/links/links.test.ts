import assert from 'node:assert/strict';
import { linksIn, resolveLink } from '../../../../server/src/features/links';
import { ROOT, openWorkspace } from '../../../support/workspace';

const OTHERS = {
  'docs/a.md': '# A\n\n## Results\n',
  'tests/test_a.py': 'import x\n\n\ndef test_parity():\n    pass\n',
  'reports/eval.json': '{\n  "auc": 0.9\n}\n',
  'org/aims.yaml': 'aims: 1\nkind: organization\nid: o\n',
};

/** "underlined text → where it leads". */
async function links(
  card: string,
  others: Readonly<Record<string, string>> = OTHERS,
): Promise<readonly string[]> {
  const text = `aims: 1\nkind: system\nid: s\n${card}`;
  const { service } = await openWorkspace({ 'aims.yaml': text, ...others });
  // Files that cards refer to are looked up with the snapshot, parts of them with what is asked.
  const snapshot = await service.snapshot();
  const uri = `${ROOT}/aims.yaml`;
  const rows = text.split(/\r?\n/);
  return linksIn(snapshot, uri).map(({ range, target }) => {
    const shown = rows[range.start.line]?.slice(range.start.character, range.end.character);
    return `${shown} → ${resolveLink(snapshot, target)?.url.replace(`${ROOT}/`, '')}`;
  });
}

describe('document links', () => {
  it('lead to the line of the part that is meant', async () =>
    assert.deepEqual(
      await links(
        'controls:\n  A.6.2.4:\n    evidence: [docs/a.md#results, "tests/test_a.py::test_parity", {path: docs/a.md, anchor: results}]\nmodels: [{id: m, metrics: [{name: auc, source: "reports/eval.json#/auc"}]}]\n',
      ),
      [
        'docs/a.md#results → docs/a.md#L3',
        'tests/test_a.py::test_parity → tests/test_a.py#L4',
        'docs/a.md → docs/a.md#L3',
        'results → docs/a.md#L3',
        'reports/eval.json#/auc → reports/eval.json#L2',
      ],
    ));

  it('lead to organizations, gates, documents from the workspace folder, and addresses', async () =>
    assert.deepEqual(
      await links(
        'organization: org/aims.yaml\r\nuserInformation: /docs/a.md\r\nrisks: []\r\ncontrols: {A.8.2: {evidence: [https://x.example/guide]}}\r\n',
      ),
      [
        'org/aims.yaml → org/aims.yaml',
        '/docs/a.md → docs/a.md',
        'https://x.example/guide → https://x.example/guide',
      ],
    ));

  it('are none for what is not there, lies outside, holds a place open, or is a folder or a command', async () =>
    assert.deepEqual(
      await links(
        'controls: {A.8.2: {evidence: [docs/b.md, ../out.md, TODO, docs, "command:x", "file:///etc/passwd", "git:v1", "javascript://x"]}}\n',
      ),
      [],
    ));

  it('lead to the file where the part is not in it, and say so', async () => {
    const { service } = await openWorkspace({
      'aims.yaml': 'aims: 1\nkind: system\nid: s\nuserInformation: docs/a.md#gone\n',
      ...OTHERS,
    });
    const snapshot = await service.snapshot();
    const [link] = linksIn(snapshot, `${ROOT}/aims.yaml`);
    assert.ok(link);
    assert.deepEqual(resolveLink(snapshot, link.target), {
      url: `${ROOT}/docs/a.md`,
      tooltip: 'Open docs/a.md; the part that is named is not in it',
    });
  });
});
