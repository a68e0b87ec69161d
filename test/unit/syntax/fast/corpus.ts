import { readdirSync, readFileSync } from 'node:fs';
import { readSections } from '../../../../server/src/syntax/sections';

/** A file of this repository, or what stands in one of its fences. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

const ROOT = new URL('../../../../', `file://${__dirname}/`);
const FOLDERS = ['examples/', 'test/fixtures/', 'test/unit/syntax/fixtures/', 'docs/'];
const FENCE = /^```yaml[^\n]*\n(.*?)^```/gms;

/** The YAML of examples, fixtures and documentation, the invalid and the unusual included. */
export const CORPUS: readonly Sample[] = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((file) => samples(folder + file)),
);

function samples(name: string): Sample[] {
  const isYaml = /\.ya?ml$/.test(name);
  if (!isYaml && !name.endsWith('.md')) return [];
  const text = readFileSync(new URL(name, ROOT), 'utf8');
  if (isYaml) return [{ name, text }];
  return [...text.matchAll(FENCE)].map((fence, i) => ({ name: `${name} #${i + 1}`, text: fence[1] ?? '' }));
}

/** The stretches a text is read in. */
export function piecesOf(text: string): string[] {
  const sections = readSections(text, 0);
  if (sections === undefined) return [text];
  return sections.list.flatMap((section, i) =>
    section.pieces.map((piece, j) => {
      const start = (sections.starts[i] ?? 0) + (section.starts[j] ?? 0);
      return text.slice(start, start + piece.length).replace(/^---/, '   ');
    }),
  );
}
