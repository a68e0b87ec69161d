/** Text with places to fill in, for clients that know snippets and for those that do not. */

export interface Template {
  readonly newText: string;
  readonly isSnippet: boolean;
}

/**
 * @param template in the LSP snippet grammar: `$1`, `${1:default}`, `${1|one,two|}`
 * @param indent column every further line starts at
 */
export function fill(template: string, indent: number, snippets: boolean): Template {
  const indented = template.replaceAll('\n', `\n${' '.repeat(indent)}`);
  if (snippets) return { newText: indented, isSnippet: true };
  const newText = indented
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    // The same number once more repeats what the first has.
    .replace(/(?<!\\)\$(\d+)/g, (_, number: string) => defaultOf(indented, number))
    .replace(/\\([\\$}])/g, '$1');
  return { newText, isSnippet: false };
}

const defaultOf = (template: string, number: string): string =>
  new RegExp(String.raw`\$\{${number}[:|]([^},|]*)`).exec(template)?.[1] ?? '';
