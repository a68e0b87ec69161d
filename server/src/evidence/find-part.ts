/** Does the part of a file that a piece of evidence points to exist? */
import { tr } from '../l10n/tr';
import { fileTypeOf } from './file-type';
import { findHeading, findHtmlId } from './find-anchor';
import { findInNotebook } from './find-cell';
import { findJsName, findJsTest } from './find-js';
import { findLines } from './find-lines';
import { findPointer } from './find-pointer';
import { findPythonName, findPythonTest } from './find-python';
import { unknown, type Part, type PartAnswer } from './types';

/** UTF-16 code units of prose and code that are looked through. Data files have bounds of their own. */
const MAX_LENGTH = 2_000_000;

/**
 * Pure; whatever the text is, it answers, within about a second at the bounds.
 *
 * @param fileName a name, path or URI; only its extension is read
 * @param text the whole file
 */
export function findPart(part: Part, fileName: string, text: string): PartAnswer {
  if (text.includes('\0')) return unknown(() => tr('The file is not text.'));
  switch (part.kind) {
    case 'lines':
      return findLines(part, text);
    case 'pointer':
      return findPointer(part, fileName, text);
    case 'test':
      return findTest(part.names, fileName, text);
    case 'name':
      return findName(part.name, fileName, text);
  }
}

function findTest(names: readonly string[], fileName: string, text: string): PartAnswer {
  if (text.length > MAX_LENGTH) return tooLarge();
  switch (fileTypeOf(fileName)) {
    case 'python':
      return findPythonTest(names, fileName, text);
    case 'javascript':
      return findJsTest(names, text);
    default:
      return unknown(() => tr('Tests are looked for in Python, JavaScript and TypeScript files only.'));
  }
}

function findName(name: string, fileName: string, text: string): PartAnswer {
  const type = fileTypeOf(fileName);
  if (type === 'notebook') return findInNotebook(name, fileName, text);
  if (text.length > MAX_LENGTH) return tooLarge();
  switch (type) {
    case 'markdown':
      return findHeading(name, text);
    case 'html':
      return findHtmlId(name, text);
    case 'python':
      return findPythonName(name, fileName, text);
    case 'javascript':
      return findJsName(name, text);
    case 'json':
    case 'yaml':
      return unknown(() => tr('In a data file a place is named by a pointer, which starts with a slash.'));
    case 'other':
      return unknown(() => tr('Places in files of this kind are not known.'));
  }
}

function tooLarge(): PartAnswer {
  return unknown(() => tr('The file is too large to be read.'));
}
