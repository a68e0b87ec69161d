/**
 * Writes `contributes.configuration` of package.json from the one table of settings.
 *
 *     tsx scripts/generate-manifest.ts [--check]
 */
import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { SETTINGS } from '../server/src/settings/settings';
import { runGenerator } from './generated-files';

const MANIFEST = new URL('../package.json', import.meta.url);

const configuration = {
  title: 'AIMS',
  properties: Object.fromEntries(
    SETTINGS.map(({ key, schema, description }) => [
      `aims.${key}`,
      {
        // Different folders of a workspace may want different answers; the log belongs to the window.
        scope: key === 'trace.server' ? 'window' : 'resource',
        ...schema,
        markdownDescription: description,
      },
    ]),
  ),
};

runGenerator(async () => {
  const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as { contributes?: Record<string, unknown> };
  manifest.contributes = { ...manifest.contributes, configuration };
  const style = (await resolveConfig(MANIFEST)) ?? {};
  return new Map([
    ['package.json', await format(JSON.stringify(manifest), { ...style, parser: 'json-stringify' })],
  ]);
});
