/** Dotted names of calls, and patterns of them as `signals.yaml` writes them. */

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

/** Whether a name fits a pattern, which is compiled when it is first asked about. */
export function fitting(call: string): (name: string) => boolean {
  let pattern: RegExp | undefined;
  return (name) => {
    pattern ??= compilePattern(call);
    return pattern.test(name);
  };
}

/** Libraries a pattern is about: `{a,b}.c` -> `a`, `b`. They are what lines are looked up by. */
export function rootsOf(pattern: string): string[] {
  const either = /^\{([^{}]*)\}/.exec(pattern)?.[1];
  return (either === undefined ? [pattern] : either.split(',')).map(rootOf);
}

/**
 * The library of a dotted name: `torch` of `torch.nn.Linear()`, the package of a module of npm (`@scope/name` of
 * `@scope/name/part.thing`); of a pattern likewise. Empty for a relative module.
 */
export function rootOf(path: string): string {
  let slashes = path.startsWith('@') ? 1 : 0;
  for (let at = 0; at < path.length; at++) {
    const sign = path[at];
    if (sign === '.' || sign === '(' || sign === '[' || sign === '{') return path.slice(0, at);
    if (sign === '/' && slashes-- === 0) return path.slice(0, at);
  }
  return path;
}
