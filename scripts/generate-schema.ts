/**
 * Writes what other tools and people read about the format, from the typed schema in server/src/schema: the JSON Schema
 * and the reference page.
 *
 *     tsx scripts/generate-schema.ts [--check]
 */
import { format, resolveConfig } from 'prettier';
import { runGenerator } from './generated-files';
import { jsonSchema } from './schema/json-schema';
import { referencePage } from './schema/reference';

runGenerator(async () => {
  const style = (await resolveConfig(new URL('../package.json', import.meta.url))) ?? {};
  const schema = await format(JSON.stringify(jsonSchema()), { ...style, parser: 'json' });
  return new Map([
    ['schemas/aims.schema.json', schema],
    ['docs/format.md', referencePage()],
  ]);
});
