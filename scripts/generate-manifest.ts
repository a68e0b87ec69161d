/**
 * Writes into `contributes` of package.json what is declared once elsewhere: the settings and the tools for
 * language models, with what people read of them in package.nls.json. What a model reads stays English.
 *
 *     tsx scripts/generate-manifest.ts [--check]
 */
import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { TOOLS } from '../server/src/agents';
import { SETTINGS } from '../server/src/settings/settings';
import { runGenerator } from './generated-files';

const MANIFEST = new URL('../package.json', import.meta.url);

const TEXTS = new URL('../package.nls.json', import.meta.url);

/** Of the text of a setting, in `package.nls.json` and its translations. */
const nameOf = (key: string): string => `setting.${key}`;

/** Of what people read of a tool. */
const toolText = (reference: string, part: 'title' | 'summary'): string => `tool.${reference}.${part}`;

const configuration = {
  title: 'AIMS',
  properties: Object.fromEntries(
    SETTINGS.map(({ key, schema }) => [
      `aims.${key}`,
      {
        // Different folders of a workspace may want different answers; the log belongs to the window.
        scope: key === 'trace.server' ? 'window' : 'resource',
        ...schema,
        markdownDescription: `%${nameOf(key)}%`,
      },
    ]),
  ),
};

const languageModelTools = TOOLS.map(({ name, reference, description, icon, input }) => ({
  name,
  toolReferenceName: reference,
  canBeReferencedInPrompt: true,
  displayName: `%${toolText(reference, 'title')}%`,
  userDescription: `%${toolText(reference, 'summary')}%`,
  modelDescription: description,
  icon,
  tags: ['iso-42001', 'ai-governance', 'compliance'],
  inputSchema: input,
}));

runGenerator(async () => {
  const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as { contributes?: Record<string, unknown> };
  manifest.contributes = { ...manifest.contributes, configuration, languageModelTools };
  const texts = JSON.parse(await readFile(TEXTS, 'utf8')) as Record<string, string>;
  const others = Object.entries(texts).filter(([name]) => !/^(?:setting|tool)\./.test(name));
  const ofSettings = SETTINGS.map(({ key, description }) => [nameOf(key), description] as const);
  const ofTools = TOOLS.flatMap(({ reference, title, summary }) => [
    [toolText(reference, 'title'), title] as const,
    [toolText(reference, 'summary'), summary] as const,
  ]);
  const style = (await resolveConfig(MANIFEST)) ?? {};
  return new Map([
    ['package.json', await format(JSON.stringify(manifest), { ...style, parser: 'json-stringify' })],
    [
      'package.nls.json',
      await format(JSON.stringify(Object.fromEntries([...others, ...ofSettings, ...ofTools])), {
        ...style,
        parser: 'json-stringify',
      }),
    ],
  ]);
});
