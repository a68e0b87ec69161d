/**
 * Why a file is there and is not read, in words for users, without a full stop. It is kept with the file, so it is English;
 * who shows it calls `tr`.
 */
import { translatable } from '../l10n/tr';
import { LOCK_NAME, maxFileSize, type TextResult } from './host';

export const unreadable = (reason: string): TextResult => ({ kind: 'unreadable', reason });

/** Why an approvals record is not read that leads elsewhere: nobody could write there without leaving its place. */
export const LINKED_LOCK: TextResult = unreadable(translatable('it is a link. Put a file of its own there'));

/** Whole texts by the limit in bytes, of the files whose reason is shown: cards and approvals records. */
const TOO_LARGE: ReadonlyMap<number, string> = new Map([
  [maxFileSize('aims.yaml'), translatable('it is larger than 5 MB')],
  [maxFileSize(LOCK_NAME), translatable('it is larger than 50 MB')],
]);

/** Why a file is not read that has more bytes than this. */
export const tooLarge = (limit: number): string =>
  TOO_LARGE.get(limit) ?? translatable('it is larger than what is read');
