/** How a requirement is answered in a file, as YAML: the snippets that editors offer, with nothing filled in. */
import type { Clause, Control } from '../../catalogue';
import { fill } from '../../features/completion/snippet';
import { SNIPPETS } from '../../features/completion/snippets.generated';
import { sectionsServing } from './key';

const WHERE: Readonly<Record<Control['scope'], string>> = {
  'ai-system': 'On the card',
  organization: 'In the file of the organization',
  both: 'On the card, or in the file of the organization',
};

/** A block of YAML below the key it belongs to. */
const shown = (title: string, lines: string): readonly string[] => [
  `${title}, for example:\n\n${lines.replace(/^(?=.)/gm, '  ')}`,
];

/** The row of a snippet, with another id: `${1:A.6.2.4}:` -> `A.9.2:`. */
function row(label: string, key: string, id: string): string | undefined {
  const snippet = SNIPPETS.find((each) => each.label === label);
  const text = snippet?.text.replace(/\$\{1:[^}]*\}/, id);
  return text === undefined ? undefined : `${key}:\n  ${fill(text, 2, false).newText}`;
}

export function controlExample({ id, scope }: Control): readonly string[] {
  const text = row('aims-control', 'controls', id);
  return text === undefined ? [] : shown(WHERE[scope], text);
}

/** A section of its own where the format has one for it, else a row. */
export function clauseExample({ id }: Clause): readonly string[] {
  const sections = sectionsServing(id);
  const section = SNIPPETS.find(({ form, key }) => form === 'section' && sections.includes(key ?? ''));
  const text = section ? fill(section.text, 0, false).newText : row('aims-clause', 'clauses', id);
  return text === undefined ? [] : shown(WHERE.organization, text);
}
