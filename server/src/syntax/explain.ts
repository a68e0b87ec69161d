import { phrase, translatable, type Phrase } from '../l10n/tr';
import type { ErrorCode } from 'yaml';

/** A pattern on the message tells apart what one code of the `yaml` package lumps together; the first match counts. */
const SENTENCES: readonly { code: ErrorCode; when?: RegExp; text: string }[] = [
  {
    code: 'MISSING_CHAR',
    when: /closing [' "]/,
    text: translatable(
      'A quote is opened here but not closed. Add the closing quote at the end of the text.',
    ),
  },
  {
    code: 'MISSING_CHAR',
    when: /^Implicit map keys/,
    text: translatable(
      'A colon is missing here. Write a key, a colon and a space before the value, such as "name: Credit scoring".',
    ),
  },
  {
    code: 'MISSING_CHAR',
    when: /^Missing ,/,
    text: translatable('A comma is missing between two items in the brackets.'),
  },
  {
    code: 'MISSING_CHAR',
    when: /end with a/,
    text: translatable('A bracket is opened but not closed. Add the closing bracket.'),
  },
  { code: 'MISSING_CHAR', when: /space after :/, text: translatable('Put a space after the colon.') },
  {
    code: 'MISSING_CHAR',
    when: /without - indicator/,
    text: translatable(
      'Each item of this list starts with a dash and a space ("- "). Add them, or move this line.',
    ),
  },
  {
    code: 'MISSING_CHAR',
    when: /^Comments must/,
    text: translatable('Put a space before the # of a comment.'),
  },
  {
    code: 'MISSING_CHAR',
    when: /directives-end/,
    text: translatable('Put a line with --- below the lines that start with %.'),
  },
  {
    code: 'MISSING_CHAR',
    text: translatable('A character is missing here. Check quotes, brackets, colons and commas.'),
  },
  {
    code: 'BAD_INDENT',
    when: /end with a|in block collection|Flow end/,
    text: translatable(
      'A bracket is opened above but not closed. Close it, and indent what is inside more than the line that opens it.',
    ),
  },
  {
    code: 'BAD_INDENT',
    when: /same column/,
    text: translatable(
      'This line does not start in the same column as its neighbours. Indent it exactly like them.',
    ),
  },
  {
    code: 'BAD_INDENT',
    text: translatable(
      'This line is indented less than the text it continues. Indent it more, or close the quote above it.',
    ),
  },
  {
    code: 'BAD_SCALAR_START',
    text: translatable('A value cannot start with this character. Put the value in quotes.'),
  },
  { code: 'TAB_AS_INDENT', text: translatable('YAML cannot be indented with tabs. Use spaces.') },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    when: /compact mappings/,
    text: translatable(
      'There is a second colon in this value. Put the value in quotes, or check how the line with the second colon is indented.',
    ),
  },
  { code: 'BLOCK_AS_IMPLICIT_KEY', text: translatable('A list cannot be a key. Put the list below a key.') },
  {
    code: 'BLOCK_IN_FLOW',
    text: translatable(
      'A comma is missing in these brackets, or a list or map inside them needs brackets of its own.',
    ),
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    text: translatable(
      'A key must stand on one line, followed by a colon. Is a colon missing on the line above, or a quote?',
    ),
  },
  { code: 'KEY_OVER_1024_CHARS', text: translatable('A key cannot be longer than 1024 characters.') },
  {
    code: 'BAD_DQ_ESCAPE',
    text: translatable(
      'In double quotes a backslash starts an escape such as \\n. Double the backslash, or use single quotes.',
    ),
  },
  { code: 'BAD_ALIAS', text: translatable('A value that starts with * or & must be in quotes.') },
  {
    code: 'ALIAS_PROPS',
    text: translatable('Nothing can stand between the key and a name that starts with *.'),
  },
  { code: 'MULTIPLE_ANCHORS', text: translatable('A value can have only one &name.') },
  {
    code: 'MULTIPLE_TAGS',
    text: translatable('A value can have only one !tag. If it is text, put it in quotes.'),
  },
  {
    code: 'BAD_PROP_ORDER',
    text: translatable('An &name or !tag stands behind the dash or the colon. Move it there.'),
  },
  {
    code: 'BAD_DIRECTIVE',
    text: translatable('A line that starts with % is an instruction to YAML, and this one is not known.'),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /Block scalar header|Not a YAML token/,
    text: translatable('Behind | or > only a comment may follow. Start the text on the next line.'),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /(?:Unexpected ,|empty item)/,
    text: translatable('There is a comma too many here.'),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /block-seq-ind on same line/,
    text: translatable('A list starts on a line of its own below the key, or stands in brackets: [a, b].'),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /at node end/,
    text: translatable(
      'The value before this has already ended. If it is one text, put all of it in quotes; a quote inside single quotes is written twice.',
    ),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: /flow-(?:map|seq)-end|flow-error-end|Unexpected [\]}]/,
    text: translatable('This closing bracket has no opening bracket.'),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    text: translatable(
      'This does not fit here. Check the indentation, and put text with special characters in quotes.',
    ),
  },
];

const UNKNOWN = translatable('This is not valid YAML. Check indentation, quotes, brackets and colons.');

/** A syntax error of the `yaml` package in plain words. */
export function explain(code: ErrorCode, message: string): Phrase {
  const found = SENTENCES.find((s) => s.code === code && (s.when?.test(message) ?? true));
  return phrase(found?.text ?? UNKNOWN);
}
