/**
 * The licences of what is bundled: they ask to be passed on with every copy. Taken from the packages themselves, of those
 * that esbuild really put into a bundle.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './vscode/paths.mjs';

/** Folders below the root of the packages some files belong to. */
export const packagesOf = (inputs) =>
  new Set(inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));

/**
 * @param {Iterable<string>} folders of packages, from the root of the repository
 * @returns {string} name, version and licence text of each, by name
 * @throws {Error} where a package comes without a licence
 */
export function noticesFor(folders) {
  const notices = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return { name, version, license, text: licenceText(join(root, folder), name, license) };
  });
  const unique = new Map(notices.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  const sorted = [...unique].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return [
    'AIMS for VS Code contains parts of these packages, each under its own licence.\n',
    ...sorted.map(([title, { license, text }]) => `${'-'.repeat(72)}\n${title} (${license})\n\n${text}\n`),
  ].join('\n');
}

function licenceText(folder, name, license) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file) {
    const notice = join(folder, 'NOTICE');
    const more = existsSync(notice) ? `\n\n${readFileSync(notice, 'utf8').trim()}` : '';
    return `${readFileSync(join(folder, file), 'utf8').trim()}${more}`;
  }
  if (typeof license !== 'string') throw new Error(`${name} comes without a licence`);
  return `Licensed under ${license}; the package has no text of it.`;
}
