import assert from 'node:assert/strict';
import { createFolder, type Folder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';
import { codes, items, pull } from './card';

const ORGANIZATION = 'aims: 1\nkind: organization\nid: nw\n';
const CALL = `import OpenAI from 'openai';

const client = new OpenAI();

export async function summarise(text: string): Promise<unknown> {
  return client.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: text }] });
}
`;

describe('JavaScript and TypeScript', () => {
  let folder: Folder;
  let server: RunningServer;

  beforeEach(async () => {
    folder = createFolder();
    folder.write('aims.yaml', ORGANIZATION);
    server = await startServer({ folders: [folder.path] });
  });
  afterEach(async () => {
    const code = await server.stop();
    folder.dispose();
    assert.equal(code, 0);
  });

  it('a model that is called is found while it is typed, and no longer than it is there', async () => {
    const uri = folder.uri('web/summarise.ts');
    const found = async (): Promise<readonly unknown[]> => codes(items(await pull(server, uri)));
    await server.open(uri, CALL, 'typescript');
    assert.deepEqual(await found(), ['uncovered-ml-code']);
    await server.change(uri, CALL.replace(/client\.chat.*/, 'text;'), 2);
    assert.deepEqual(await found(), []);
    await server.change(uri, `// notes 🙂\n${CALL}`, 3);
    const [finding] = items(await pull(server, uri));
    assert.equal(finding?.range.start.line, 6);
  });
});
