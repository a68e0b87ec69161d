import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes VS Code run in another display language, as after installing a language pack: extensions are told the language
 * and speak it. VS Code's own texts stay English, as those of a pack that has translated none yet; so helpers that read
 * them go on.
 *
 * @param dataDir of the server that is to be started, not before extensions are installed: that writes the list anew
 * @param language such as `de`
 * @returns flags for the server
 */
export function addDisplayLanguage(dataDir: string, language: string): string[] {
  const folder = join(dataDir, 'data');
  const vscode = join(folder, `${language}.i18n.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(vscode, JSON.stringify({ version: '1.0.0', contents: {} }));
  // What VS Code keeps of the language packs that are installed.
  const packs = {
    [language]: {
      hash: language,
      extensions: [{ extensionIdentifier: { id: `aims-test.${language}` }, version: '1.0.0' }],
      translations: { vscode },
    },
  };
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify(packs));
  return ['--locale', language];
}
