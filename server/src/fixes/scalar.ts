/** Text as YAML scalars, for edits. */

/** Marks what a person has to fill in; the rule `placeholder` reports it until then. */
export const PLACEHOLDER = 'TODO';

/** Words and numbers a plain scalar would not be read as text for. */
const NOT_TEXT = /^(?:[\d.+-][\d.,_eExXoO+-]*|true|false|null|yes|no|on|off|~)$/i;

/** `text` as a YAML scalar: plain where that is safe, else quoted. Days (2026-11-01) are plain. */
export function yamlText(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const isPlain =
    /^[\p{L}\p{N}_./(][^\n\r\t]*$/u.test(text) && !/: |:$| #|\s$/u.test(text) && !NOT_TEXT.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** A scalar already written for block style, for use inside brackets, where `,[]{}` would end it. */
export const flowText = (text: string): string =>
  /[,[\]{}]/.test(text) && !/^["'[{]/.test(text) ? JSON.stringify(text) : text;
