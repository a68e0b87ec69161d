/** Files of data that code reads where it trains: by functions that read anything, which say nothing elsewhere. */
import { isPublicSource } from '../drift/unused';
import { pathOf } from './calls';
import { cleanText } from './clean';
import { isUrl, stemOf } from './paths';
import { placeOf } from './said';
import type { DraftInput } from './types';

export interface DataRead {
  /** What the id is made of. */
  readonly called: string;
  /** An address, where it is read from there. */
  readonly source?: string | undefined;
  /** Path from the card, where it is a file below it. */
  readonly path?: string | undefined;
  /** The library it is read with. */
  readonly library: string;
  /** Path of the file of code. */
  readonly file: string;
  readonly at: string;
}

/** What is called so sets a training up or comes out of it. Only the whole name tells: `exam_results` may well be data. */
const NO_DATA =
  /^(?:configs?|configuration|settings|options|(?:hyper)?param(?:eter)?s|hparams|metrics?|results?|predictions?|reports?|classification_report|submission)$/i;

/** In order of files and lines, as written. */
export const readsIn = ({ code, present = new Set() }: DraftInput): readonly DataRead[] =>
  [...code]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path: file, facts: { dataReads = [] } }) =>
      dataReads.flatMap(({ library, path: written, range, cell }) => {
        const found = readAt(file, cleanText(written), present);
        return found ? [{ ...found, library, file, at: placeOf(file, range.start.line, cell) }] : [];
      }),
    );

/**
 * @returns undefined for what is no data by its name, for what is on a public hub, whose loading the rules look for in
 *   other calls, and for patterns
 */
function readAt(
  file: string,
  text: string | undefined,
  present: ReadonlySet<string>,
): Pick<DataRead, 'called' | 'source' | 'path'> | undefined {
  if (text === undefined || NO_DATA.test(stemOf(text.replaceAll('\\', '/')))) return undefined;
  if (isUrl(text))
    return isPublicSource(text) || stemOf(text) === '' ? undefined : { called: stemOf(text), source: text };
  const path = pathOf(file, text, present);
  return path === undefined ? undefined : { called: stemOf(path), path };
}
