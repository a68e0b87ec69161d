/** HTML by template: whatever is put in is escaped, unless it is HTML made here. */

/** Ready markup: what `html` makes, and our own style. Never text from anywhere else. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Nothing is shown of `false` and `undefined`, so that `condition && html…` reads as it should. */
type Part = Html | string | number | false | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text between tags and in quoted attributes. */
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(textOf).join('') : escape(String(part));
}

/** Our own markup, without the indentation it has in the source. Each template is a constant: it is looked at once. */
const tidied = new WeakMap<TemplateStringsArray, readonly string[]>();

function tidy(strings: TemplateStringsArray): readonly string[] {
  let texts = tidied.get(strings);
  if (!texts) tidied.set(strings, (texts = strings.raw.map((text) => text.replace(/\s*\n\s*/g, '\n'))));
  return texts;
}

/** Attributes must stand in quotes: inside them, and between tags, nothing that is put in is markup. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(String.raw({ raw: tidy(strings) }, ...parts.map(textOf)));

export const NOTHING = html``;
