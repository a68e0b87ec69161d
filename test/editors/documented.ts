/** The set-ups of docs/editors.md, word for word: what is run here is what people copy. */
import { readFileSync } from 'node:fs';

/** @throws {Error} where the page has not exactly one block of the language */
export function documented(language: 'lua' | 'elisp'): string {
  const page = readFileSync('docs/editors.md', 'utf8');
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))];
  const [block, another] = blocks;
  if (block?.[1] === undefined || another)
    throw new Error(`docs/editors.md has ${blocks.length} blocks of ${language}, not one`);
  return block[1];
}
