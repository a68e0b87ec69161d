import assert from 'node:assert/strict';
import { referencedFolders } from '../../../server/src/lsp/sync/watchers';
import { kindOf } from '../../../server/src/lsp/sync/ours';
import { ROOT, openWorkspace } from '../../support/workspace';

describe('what is watched', () => {
  it('is the folders of cards and of the files they refer to, inside the workspace, each once', async () => {
    const { snapshot } = await openWorkspace({
      's/aims.yaml': `aims: 1
kind: system
id: s
userInformation: docs/guide.md
technicalDocumentation: docs/file.md#top
requirements: ../../outside.md
datasets: [{id: d, provenance: https://example.org/x, quality: /reports/q.md, preparation: missing/p.py}]
`,
    });
    assert.deepEqual(referencedFolders(snapshot), [
      `${ROOT}/reports`,
      `${ROOT}/s`,
      `${ROOT}/s/docs`,
      `${ROOT}/s/missing`,
    ]);
  });
});

describe('which documents count', () => {
  it('is decided by language and place', () => {
    const of = (uri: string, languageId: string, roots = [ROOT]): string | undefined =>
      kindOf(uri, languageId, roots);
    assert.equal(of(`${ROOT}/aims.yaml`, 'yaml'), 'yaml');
    assert.equal(of('file:///elsewhere/aims.yaml', 'yaml'), 'yaml');
    assert.equal(of('untitled:Untitled-1', 'yaml'), 'yaml');
    assert.equal(of('untitled://github/build/w/aims.yaml', 'yaml'), 'yaml');
    assert.equal(of(`${ROOT}/x.py`, 'python'), 'code');
    assert.equal(of('file:///elsewhere/x.py', 'python'), undefined);
    assert.equal(of('file:///elsewhere/x.py', 'python', []), 'code');
    assert.equal(of('file:///usr/lib/python3/dist-packages/x.py', 'python', []), undefined);
    assert.equal(of(`${ROOT}/node_modules/x/aims.yaml`, 'yaml'), undefined);
    assert.equal(of(`git:${ROOT.slice(5)}/aims.yaml`, 'yaml'), undefined);
    assert.equal(of(`${ROOT}/readme.md`, 'markdown'), undefined);
    // A workspace that itself lies in a folder of such a name is the user's.
    assert.equal(of('file:///home/build/w/x.py', 'python', ['file:///home/build/w']), 'code');
  });
});
