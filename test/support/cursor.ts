/** A workspace in memory with a cursor in it, written `<|>`. */
import assert from 'node:assert/strict';
import { complete, type CompletionResult } from '../../server/src/features/completion';
import { hover, type HoverResult } from '../../server/src/features/hover';
import { MARKDOWN } from '../../server/src/features/markup';
import { rules } from '../../server/src/rules/registry.generated';
import { agendaOf } from '../../server/src/rules/agenda';
import type { Position } from '../../server/src/syntax/types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DAY, ROOT, openWorkspace, type OpenedWorkspace } from './workspace';

const CURSOR = '<|>';

export interface WithCursor extends OpenedWorkspace {
  readonly uri: string;
  readonly text: string;
  readonly position: Position;
}

/** @param files text by path; in exactly one stands the cursor */
export async function openAtCursor(files: Readonly<Record<string, string>>): Promise<WithCursor> {
  const [path, marked] = Object.entries(files).find(([, text]) => text.includes(CURSOR)) ?? [];
  assert.ok(path !== undefined && marked !== undefined, 'no cursor');
  const text = marked.replace(CURSOR, '');
  const opened = await openWorkspace({ ...files, [path]: text });
  const position = TextDocument.create('', '', 1, text).positionAt(marked.indexOf(CURSOR));
  return { ...opened, uri: `${ROOT}/${path}`, text, position };
}

export async function hoverIn(
  files: Readonly<Record<string, string>>,
  isMarkdown = true,
): Promise<HoverResult | undefined> {
  const { snapshot, uri, position } = await openAtCursor(files);
  return hover(snapshot, DAY, uri, position, isMarkdown, undefined, (file) =>
    agendaOf(snapshot, file, { date: DAY, severities: {}, onError: () => undefined }),
  );
}

export interface CompletedAt {
  readonly labels: readonly string[];
  /** The text once an item is taken, with `<|>` where its first placeholder is. */
  take(label: string): string;
  readonly result: CompletionResult | undefined;
}

export async function completeIn(
  files: Readonly<Record<string, string>>,
  snippets = true,
): Promise<CompletedAt> {
  const { snapshot, service, uri, position, text, host } = await openAtCursor(files);
  const list = host.list.bind(host);
  const read = async (file: string): Promise<string | undefined> => {
    const found = await host.readText(file);
    return found.kind === 'text' ? found.text : undefined;
  };
  const options = {
    snapshot,
    date: DAY,
    markup: MARKDOWN,
    snippets,
    rules,
    found: (file: string) => service.findings(snapshot, file),
    list,
    read,
  };
  const result = await complete(options, uri, position);
  const items = [...(result?.items ?? [])].sort((a, b) => a.rank - b.rank);
  return {
    result,
    labels: items.map(({ label }) => label),
    take(label) {
      const item = items.find((entry) => entry.label === label);
      assert.ok(
        result && item,
        `${label} is not offered, but ${items.map((entry) => entry.label).join(', ')}`,
      );
      const newText = item.isSnippet
        ? item.newText
            .replace(/\$(?:1|\{1[:|]?([^},|]*)[^}]*\})/, `$1${CURSOR}`)
            .replace(/\$(?:\d+|\{\d+[:|]?([^},|]*)[^}]*\})/g, '$1')
        : item.newText;
      return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), [
        { range: item.replace ?? result.replace, newText },
      ]);
    },
  };
}
