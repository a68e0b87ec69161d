/** Files that git ignores, in editors: code stays none of ours, a card counts while it is open. */
import assert from 'node:assert/strict';
import { openWorkspace, ROOT } from '../../support/workspace';

const CODE = 'import joblib\njoblib.dump(1, "model.pkl")\n';
const CARD = 'aims: 1\nkind: system\nid: credit\n';
const uri = (path: string): string => `${ROOT}/${path}`;

describe('a file that git ignores', () => {
  it('is no code of ours though it is open, as text or as a notebook, until the ignore file says otherwise', async () => {
    const { host, service } = await openWorkspace({ '.gitignore': 'out/\n', 'ours.py': CODE });
    service.index.setOpen(uri('out/a.py'), CODE);
    service.index.setOpenCells(uri('out/b.ipynb'), [{ language: 'python', text: CODE }]);
    const code = async (): Promise<readonly string[]> => [...(await service.snapshot()).code.keys()].sort();
    assert.deepEqual(await code(), [uri('ours.py')]);
    host.write(uri('.gitignore'), undefined);
    await service.index.rescan();
    assert.deepEqual(await code(), ['ours.py', 'out/a.py', 'out/b.ipynb'].map(uri));
    host.write(uri('.gitignore'), '*.py\nout/\n');
    await service.index.rescan();
    assert.deepEqual(await code(), []);
  });

  it('is no card, unless an editor holds it', async () => {
    const { host, service } = await openWorkspace({ '.gitignore': 'out/\n', 'aims.yaml': CARD });
    const copy = uri('out/aims.yaml');
    const cards = async (): Promise<readonly string[]> => [...(await service.snapshot()).files.keys()];
    host.write(copy, CARD);
    await service.index.changed([copy]);
    assert.deepEqual(await cards(), [uri('aims.yaml')]);
    service.index.setOpen(copy, CARD);
    assert.deepEqual(await cards(), [uri('aims.yaml'), copy]);
    await service.index.setClosed(copy);
    assert.deepEqual(await cards(), [uri('aims.yaml')]);
  });
});
