/** What the server gives VS Code for the same plan: what the other editors are compared with. */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver/node';
import { items, pull } from '../protocol/card';
import { startServer } from '../support/server';
import type { Finding, Plan, Seen } from './plan';

export interface SeenInVsCode extends Seen {
  readonly findings: readonly (Finding & { readonly rule: string })[];
}

export async function seenInVsCode(root: string, plan: Plan): Promise<SeenInVsCode> {
  const server = await startServer({ folders: [root], trusted: true });
  try {
    const uri = pathToFileURL(plan.file).href;
    const textDocument = { uri };
    const text = readFileSync(plan.file, 'utf8');
    await server.open(uri, text);
    const ask = <T>(method: string, params: object): Promise<T> =>
      server.connection.sendRequest<T>(`textDocument/${method}`, { textDocument, ...params });
    // What comes late is here when the server has said so; a tool waits for it.
    await server.connection.sendRequest('aims/tool', { name: 'aims_status', input: {} });
    const findings = items(await pull(server, uri));
    const hover = await ask<Hover>('hover', { position: plan.hover });
    const found = await ask<Location | Location[] | null>('definition', { position: plan.definition });
    const definition = Array.isArray(found) ? found[0] : found;
    if (!definition) throw new Error('no definition');
    const completion = await ask<CompletionItem[] | CompletionList>('completion', {
      position: plan.completion,
    });
    const actions = await ask<CodeAction[]>('codeAction', {
      range: { start: plan.action, end: plan.action },
      context: { diagnostics: findings.filter(({ message }) => message === plan.action.message) },
    });
    return {
      findings: findings.map(({ code, message, range }) => ({
        rule: String(code),
        message: typeof message === 'string' ? message : message.value,
        range,
      })),
      hover: (hover.contents as MarkupContent).value,
      definition: { file: fileURLToPath(definition.uri), ...definition.range.start },
      completion: (Array.isArray(completion) ? completion : completion.items).map(({ label }) => label),
      actions: actions.map(({ title }) => title),
      text: TextDocument.applyEdits(
        TextDocument.create(uri, 'yaml', 1, text),
        editsOf(
          actions.find(({ title }) => title === plan.action.title),
          uri,
        ),
      ),
    };
  } finally {
    await server.stop();
  }
}

function editsOf(action: CodeAction | undefined, uri: string): TextEdit[] {
  const { changes, documentChanges } = action?.edit ?? {};
  const ofDocument = documentChanges?.flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri
      ? change.edits.filter((edit) => 'newText' in edit)
      : [],
  );
  const edits = ofDocument ?? changes?.[uri];
  if (!edits) throw new Error('the action has no edit of the file');
  return edits;
}
