/** Why a file is there and is not read, in words for users, without a full stop. */
import { tr, translatable } from '../l10n/tr';
import type { TextResult } from './host';

export const unreadable = (reason: string): TextResult => ({ kind: 'unreadable', reason });

/** Why an approvals record is not read that leads elsewhere: nobody could write there without leaving its place. */
export const LINKED_LOCK: TextResult = unreadable(translatable('it is a link. Put a file of its own there'));

/** Why a file is not read that has more bytes than this. */
export const tooLarge = (limit: number): string => tr('it is larger than {0} MB', limit / 1_000_000);
