/** Edits in code: of a file, or of one cell of a notebook. */
import type { Range } from '../syntax/types';
import type { Fix, TextEdit } from './edit';

/** One edit, offered first. */
export const oneEditInCode = (
  title: string,
  { uri, cell }: { readonly uri: string; readonly cell?: number },
  edit: TextEdit,
  { lossless = false, preferred = true }: { readonly lossless?: boolean; readonly preferred?: boolean } = {},
): readonly Fix[] => [
  {
    title,
    preferred,
    lossless,
    changes: [{ kind: 'edit', uri, ...(cell === undefined ? {} : { cell }), edits: [edit] }],
  },
];

/** Puts text in front of a range. */
export const before = ({ start }: Range, newText: string): TextEdit => ({
  range: { start, end: start },
  newText,
});
