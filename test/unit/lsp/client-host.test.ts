import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inEnglish, speak, tr } from '../../../server/src/l10n/tr';
import { clientFiles, type ClientFiles } from '../../../server/src/lsp/files/client-files';
import { createClientHost } from '../../../server/src/lsp/files/client-host';
import { createNodeHost } from '../../../server/src/node/host';
import type { WorkspaceHost } from '../../../server/src/workspace/host';
import { EditorFiles, type EditorFile } from '../../support/editor-files';
import { createFolder } from '../../support/folder';

const GERMAN = JSON.parse(readFileSync('l10n/server.de.json', 'utf8')) as Readonly<Record<string, string>>;
const ROOT = 'vscode-vfs://github/northwind/scoring';

function hostOf(files: Readonly<Record<string, EditorFile>>): { host: WorkspaceHost; editor: EditorFiles } {
  const editor = new EditorFiles(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`${ROOT}/${path}`, content])),
  );
  const answers = clientFiles({
    sendRequest: (method: unknown, params: unknown) =>
      Promise.resolve(editor.answer(String(method), params as never)) as never,
  });
  return { host: createClientHost(answers, [ROOT]), editor };
}

const found = async (host: WorkspaceHost): Promise<string[]> => {
  const [root = ''] = host.roots();
  return (await host.findFiles()).map(({ uri, what }) => `${what} ${uri.slice(root.length + 1)}`).sort();
};

describe('folders that only the editor can reach', () => {
  const TREE: Readonly<Record<string, string>> = {
    'aims.yaml': '',
    'aims.lock': '',
    'src/train.py': '',
    'src/with space/ü.ts': '',
    'src/generated/model.py': '',
    'src/.gitignore': 'generated/\n',
    '.gitignore': '*.ipynb\n/tmp\n*.lock\n',
    '.git/info/exclude': 'secret.py\n',
    '.git/HEAD': '',
    'explore.ipynb': '{}',
    'secret.py': '',
    'tmp/aims.yaml': '',
    'node_modules/x/aims.yaml': '',
    'env/pyvenv.cfg': '',
    'env/lib/x.py': '',
    'docs/policy.md': '',
  };

  it('are walked by the rules of a disk', async () => {
    const folder = createFolder(TREE);
    try {
      const spelled = Object.entries(TREE).map(([path, text]) => [
        path.split('/').map(encodeURIComponent).join('/'),
        text,
      ]);
      const { host, editor } = hostOf(Object.fromEntries(spelled) as Record<string, string>);
      const files = await found(host);
      assert.deepEqual(files, await found(createNodeHost([folder.path])));
      assert.deepEqual(files, [
        'code src/train.py',
        'code src/with%20space/%C3%BC.ts',
        'lock aims.lock',
        'yaml aims.yaml',
      ]);
      const ignored = ['new.ipynb', 'new.py'].map((name) => host.isIgnored?.(`${ROOT}/${name}`));
      assert.deepEqual(ignored, [true, false]);
      const listed = editor.asked.filter((each) => each.startsWith('list')).map((each) => each.slice(5));
      assert.deepEqual(
        listed.filter((uri) => /node_modules|tmp|env\/|generated/.test(uri)),
        [],
      );
      assert.ok(listed.every((uri) => uri === ROOT || uri.startsWith(`${ROOT}/`)));
    } finally {
      folder.dispose();
    }
  });

  it('are read no further than a link', async () => {
    const { host } = hostOf({
      'aims.yaml': { link: 'file:///etc/aims.yaml' },
      'aims.lock': { link: 'file:///etc/aims.lock' },
      outside: { link: 'file:///etc' },
      'outside/policy.md': 'secret',
      'docs/policy.md': 'text',
    });
    assert.deepEqual(await found(host), ['lock aims.lock']);
    assert.equal((await host.readText(`${ROOT}/aims.yaml`)).kind, 'unreadable');
    assert.equal((await host.readText(`${ROOT}/outside/policy.md`)).kind, 'unreadable');
    assert.deepEqual(await host.readText(`${ROOT}/aims.lock`), {
      kind: 'unreadable',
      reason: 'it is a link. Put a file of its own there',
    });
    assert.equal(await host.stat(`${ROOT}/outside/policy.md`), 'unknown');
    assert.equal(await host.digest?.(`${ROOT}/outside/policy.md`), undefined);
    assert.deepEqual(await host.list?.(`${ROOT}/outside`), []);
    assert.equal(await host.stat(`${ROOT}/docs/policy.md`), 'file');
    assert.equal(await host.stat(`${ROOT}/docs`), 'directory');
    assert.equal(await host.stat(`${ROOT}/docs/policy.md/x`), 'missing');
    assert.equal(await host.stat('vscode-vfs://github/other/x.md'), 'missing');
  });

  it('have texts up to the sizes of a disk, and digests of what is not too much to send', async () => {
    const text = '\uFEFFpolicy\r\n';
    const { host } = hostOf({
      'policy.md': text,
      'model.bin': new Uint8Array(16_000_000),
      'large.bin': new Uint8Array(16_000_001),
      'large.yaml': new Uint8Array(5_000_001),
    });
    assert.deepEqual(await host.readText(`${ROOT}/policy.md`), { kind: 'text', text: 'policy\r\n' });
    assert.deepEqual(await host.readText(`${ROOT}/large.yaml`), {
      kind: 'unreadable',
      reason: 'it is larger than 5 MB',
    });
    const sha256 = (data: string | Uint8Array): string =>
      `sha256:${createHash('sha256').update(data).digest('hex')}`;
    assert.deepEqual(await host.digest?.(`${ROOT}/policy.md`), {
      content: sha256('policy\n'),
      bytes: sha256(text),
    });
    assert.equal((await host.digest?.(`${ROOT}/model.bin`))?.bytes, sha256(new Uint8Array(16_000_000)));
    assert.equal(await host.digest?.(`${ROOT}/large.bin`), undefined);
    assert.equal(host.git?.(ROOT), undefined);
  });

  it('say why a text is not read in the language spoken when that is shown, not when it was read', async () => {
    const { host } = hostOf({
      'large.yaml': new Uint8Array(5_000_001),
      'aims.lock': new Uint8Array(50_000_001),
    });
    const failing = createClientHost(
      clientFiles({ sendRequest: () => Promise.reject(new Error('offline')) }),
      [ROOT],
    );
    const reasonOf = async (from: WorkspaceHost, path: string): Promise<string> => {
      const read = await from.readText(`${ROOT}/${path}`);
      return read.kind === 'unreadable' ? read.reason : assert.fail(read.kind);
    };
    for (const [from, path, english, german] of [
      [host, 'large.yaml', 'it is larger than 5 MB', 'sie ist größer als 5 MB'],
      [host, 'aims.lock', 'it is larger than 50 MB', 'sie ist größer als 50 MB'],
      [failing, 'policy.md', 'the editor cannot read it', GERMAN['the editor cannot read it']],
    ] as const) {
      speak(GERMAN);
      try {
        const reason = await reasonOf(from, path);
        assert.equal(tr(reason), german);
        assert.equal(
          inEnglish(() => tr(reason)),
          english,
        );
      } finally {
        speak(undefined);
      }
    }
  });

  it('are unknown, not missing, where the editor fails or does not answer', async () => {
    const silent: ClientFiles = clientFiles({ sendRequest: () => new Promise<never>(() => undefined) }, 20);
    const failing: ClientFiles = clientFiles({ sendRequest: () => Promise.reject(new Error('offline')) });
    for (const files of [silent, failing]) {
      const host = createClientHost(files, [ROOT]);
      assert.equal(await host.stat(`${ROOT}/policy.md`), 'unknown');
      assert.equal((await host.readText(`${ROOT}/policy.md`)).kind, 'unreadable');
      assert.deepEqual(await host.findFiles(), []);
    }
  });

  it('are asked about no more than sixteen at a time', async () => {
    let open = 0;
    let most = 0;
    const files = clientFiles({
      sendRequest: async () => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open--;
        return { is: 'file' } as never;
      },
    });
    await Promise.all(Array.from({ length: 100 }, (_, i) => files.stat(`${ROOT}/${i}.md`)));
    assert.equal(most, 16);
  });
});
