/** Words of a command line that is shown to somebody, who types it. */
const PLAIN = /^[\w./:#@-]+$/;
/** Signs a shell acts on between double quotes. */
const ACTIVE = /["$`\\!%]/;

/** As one word of a command line: what it says comes from files, and a shell must not run any of it. */
export function quoted(text: string): string {
  if (PLAIN.test(text)) return text;
  return ACTIVE.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;
}
