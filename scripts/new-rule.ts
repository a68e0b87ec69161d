/**
 * Writes the skeleton of a rule and of its fixture.
 *
 *     npm run new:rule -- dataset-without-licence [group] [target]
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { GROUPS } from '../server/src/rules/rule';

const ROOT = new URL('../', import.meta.url);

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const rule = (id: string, group: string, target: string): string => `import { addKey } from '../fixes/yaml';
import { has } from '../model/located';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

export const ${camel(id)} = defineRule({
  id: '${id}',
  group: '${group}',
  severity: 'info',
  basis: 'reading',
  summary: 'One sentence: what it finds.',
  why: 'Why it matters, to somebody who never read the standard.',
  help: 'What to do about it.',
  message: '{name} …: what is wrong and what to do next.',
  on: '${target}',
  check: (target, report) => {
    // if (!asksForMore(subject) || has(block, 'key')) return;
    // report({ place, part: 'value' }, { args: { name }, absent: true, data: { block: block.place } });
  },
  // fixes: (finding, { snapshot }) => addKey(snapshot, finding.data.block, 'key', 'TODO', 'Add it to fill in'),
});
`;

const fixture = (id: string): string => `# ${id}

## fires: say which situation

\`aims.yaml\`

\`\`\`yaml
aims: 1
kind: system
id: churn
# ^^ info ${id}: The whole message, underlined where it shows.
\`\`\`

## silent: a situation in which a naive check would cry wolf

\`aims.yaml\`

\`\`\`yaml
aims: 1
kind: system
id: churn
\`\`\`
`;

/**
 * @returns exit code: 1 where the rule is there already
 * @throws Error where a word is none of ours
 */
async function main([id, group = 'model-card', target = 'system']: readonly string[]): Promise<number> {
  if (id === undefined || !/^[a-z]+(?:-[a-z0-9]+)+$/.test(id))
    throw new Error('Give the id of the rule in kebab-case, such as dataset-without-licence.');
  if (!Object.hasOwn(GROUPS, group)) throw new Error(`Groups are ${Object.keys(GROUPS).join(', ')}.`);
  const files = [
    [`server/src/rules/${id}.ts`, rule(id, group, target)],
    [`test/fixtures/rules/${id}.md`, fixture(id)],
  ] as const;
  if (files.some(([path]) => existsSync(new URL(path, ROOT)))) {
    console.error(`${id}: there is a rule of that name already`);
    return 1;
  }
  for (const [path, text] of files) {
    await writeFile(new URL(path, ROOT), text, { flag: 'wx' });
    console.log(path);
  }
  console.log(`Then: npm run generate, and npm run test:unit -- --grep ${id}`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
