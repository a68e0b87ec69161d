/** How hovers and tooltips are written: as Markdown, or as plain text for clients that show none. */
import { tr } from '../l10n/tr';
import { visibleText } from '../syntax/quoteForUser';

/** What is shown of one text from a file. In UTF-16 code units. */
const LONGEST = 300;

export interface Markup {
  /** Text from a file: on one line, what is invisible spelled out, nothing in it markup. */
  readonly text: (fromFile: string) => string;
  /** Text from a file, as code. */
  readonly code: (fromFile: string) => string;
  /** A message in which text of a file may stand beside our own `inline code`. */
  readonly message: (mixed: string) => string;
  /** Our own prose, which may hold `inline code`, in the language of who reads it. */
  readonly prose: (ours: string) => string;
  /** The argument is ready markup. */
  readonly bold: (ready: string) => string;
  readonly italic: (ready: string) => string;
  /** Lines of ready markup, one below the other. */
  readonly bullets: (ready: readonly string[]) => string;
}

/** Signs that mean something to Markdown, HTML, or what makes links of bare addresses. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(
      /^(\s*)([-+#>=]|\d+[.)])/,
      (_, blank: string, sign: string) => `${blank}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    )
    .replace(/:\/\//g, '&#58;//')
    .replace(/@/g, '&#64;')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}&#46;`);

const bullets = (ready: readonly string[]): string => ready.map((line) => `- ${line}`).join('\n');

const text = (fromFile: string): string => escapeMarkdown(visibleText(fromFile, LONGEST));
const code = (fromFile: string): string => `\`${visibleText(fromFile, LONGEST).replaceAll('`', '´')}\``;

export const MARKDOWN: Markup = {
  text,
  code,
  // Every second piece between backticks is code; one that is not closed is text.
  message: (mixed) =>
    mixed
      .split(/`([^`]*)`/)
      .map((piece, index) => (index % 2 === 0 ? text(piece) : code(piece)))
      .join(''),
  prose: tr,
  bold: (ready) => `**${ready}**`,
  italic: (ready) => `*${ready}*`,
  bullets,
};

export const PLAIN: Markup = {
  text: (fromFile) => visibleText(fromFile, LONGEST),
  code: (fromFile) => visibleText(fromFile, LONGEST),
  message: (mixed) => visibleText(mixed, LONGEST).replaceAll('`', ''),
  prose: (ours) => tr(ours).replaceAll('`', ''),
  bold: (ready) => ready,
  italic: (ready) => ready,
  bullets,
};

/** By what the client can show. */
export const markupFor = (isMarkdown: boolean): Markup => (isMarkdown ? MARKDOWN : PLAIN);

/** Blocks with a blank line between; what is empty is left out. */
export const paragraphs = (...blocks: readonly (string | undefined)[]): string =>
  blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
