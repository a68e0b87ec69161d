/** Translations, as they are installed beside the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns what stands in `l10n/server.<language>.json`, read anew each time; undefined where it cannot be read */
export function textsIn(language: string): unknown {
  try {
    return JSON.parse(readFileSync(join(__dirname, '..', 'l10n', `server.${language}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}
