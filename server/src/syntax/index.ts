import { ParsedFile } from './parsedFile';
import type { ParsedDocument } from './types';

export type * from './types';

/**
 * Reads the text of one YAML file. Never throws: what cannot be read is a problem, and the entry it is in is not
 * complete. Give the result for the text before an edit as `previous`, and only what the edit touched is read again;
 * nodes of all other entries stay the same objects. The result equals that of a fresh read in every respect.
 */
export function parse(text: string, previous?: ParsedDocument): ParsedDocument {
  return ParsedFile.read(text, previous instanceof ParsedFile ? previous : undefined);
}
