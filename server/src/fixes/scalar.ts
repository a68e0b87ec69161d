/** Text as YAML scalars, for edits. */

/** Marks what a person has to fill in; the rule `placeholder` reports it until then. */
export const PLACEHOLDER = 'TODO';

/** Words and numbers a plain scalar would not be read as text for. Versions such as 2.3.0 are text. */
const NOT_TEXT =
  /^(?:(?!\d+(?:\.\d+){2,}$)[\d.+-][\d.,_:eExXoO+-]*|0x[\da-f]+|[+-]?\.(?:inf|nan)|true|false|null|yes|no|on|off|~)$/i;

/** What no YAML file may hold, what reorders a line on screen, and what nobody sees: written as escapes. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufffe\uffff]/u;
const STILL_HIDDEN = new RegExp(HIDDEN, 'gu');

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** `text` as a YAML scalar: plain where that is safe, else quoted. Days (2026-11-01) are plain. */
export function yamlText(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const isPlain =
    /^[\p{L}\p{N}_./(][^\n\r\t]*$/u.test(text) &&
    !/: |:$| #|\s$|^\.\.\.$/u.test(text) &&
    !NOT_TEXT.test(text) &&
    !HIDDEN.test(text);
  return isPlain ? text : JSON.stringify(text).replace(STILL_HIDDEN, escaped);
}

/** A scalar already written for block style, for use inside brackets, where `,[]{}` would end it. */
export const flowText = (text: string): string =>
  /[,[\]{}]/.test(text) && !/^["'[{]/.test(text) ? JSON.stringify(text) : text;
