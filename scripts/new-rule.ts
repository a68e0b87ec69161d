/**
 * Writes the skeleton of a rule and of its fixture.
 *
 *     npm run new:rule -- dataset-without-licence [group] [target]
 */
import { writeFile } from 'node:fs/promises';
import { GROUPS } from '../server/src/rules/rule';

const ROOT = new URL('../', import.meta.url);

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const rule = (id: string, group: string, target: string): string => `import { defineRule } from './rule';

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
    // report({ place, part: 'value' }, { args: { name }, absent: true });
  },
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

/** @throws Error where a file is there already, or a word is none of ours */
async function main([id, group = 'model-card', target = 'system']: readonly string[]): Promise<void> {
  if (id === undefined || !/^[a-z]+(?:-[a-z0-9]+)+$/.test(id))
    throw new Error('Give the id of the rule in kebab-case, such as dataset-without-licence.');
  if (!Object.hasOwn(GROUPS, group)) throw new Error(`Groups are ${Object.keys(GROUPS).join(', ')}.`);
  const files = [
    [`server/src/rules/${id}.ts`, rule(id, group, target)],
    [`test/fixtures/rules/${id}.md`, fixture(id)],
  ] as const;
  for (const [path, text] of files) {
    await writeFile(new URL(path, ROOT), text, { flag: 'wx' });
    console.log(path);
  }
  console.log(`Then: npm run generate, and RULE=${id} npx mocha 'test/unit/rules/*.test.ts'`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
