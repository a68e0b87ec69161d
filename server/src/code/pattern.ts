/** Patterns of dotted names, as `signals.yaml` writes them. */

/** Syntax of a pattern, as regular expressions. */
const PATTERN_PARTS: Readonly<Record<string, string>> = {
  '**.': '(?:[^.]+\\.)*',
  '.**': '(?:\\..*)?',
  '*': '[^.()]*',
  '{': '(?:',
  ',': '|',
  '}': ')',
};

/** `*` is any part of a plain name or element, `**` any number of names and calls, `{a,b}` either. */
export function compilePattern(call: string): RegExp {
  const source = call.replace(
    /\*\*\.|\.\*\*(?=[,}]|$)|[*{},.()[\]]/g,
    (part) => PATTERN_PARTS[part] ?? `\\${part}`,
  );
  return new RegExp(`^${source}$`);
}
