/**
 * Writes into `contributes` of package.json what is declared once elsewhere: the settings, and the tools for language
 * models.
 *
 *     tsx scripts/generate-manifest.ts [--check]
 */
import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { TOOLS } from '../server/src/agents';
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

const languageModelTools = TOOLS.map(({ name, reference, title, summary, description, icon, input }) => ({
  name,
  toolReferenceName: reference,
  canBeReferencedInPrompt: true,
  displayName: title,
  userDescription: summary,
  modelDescription: description,
  icon,
  tags: ['iso-42001', 'ai-governance', 'compliance'],
  inputSchema: input,
}));

runGenerator(async () => {
  const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as { contributes?: Record<string, unknown> };
  manifest.contributes = { ...manifest.contributes, configuration, languageModelTools };
  const style = (await resolveConfig(MANIFEST)) ?? {};
  return new Map([
    ['package.json', await format(JSON.stringify(manifest), { ...style, parser: 'json-stringify' })],
  ]);
});
