import { tr } from '../l10n/tr';
import { isPlaceholder } from '../model/scalars';
import { isPlace, oneEdit, replaceAt, yamlText } from '../fixes/yaml';
import { globBase } from '../workspace/glob-base';
import { isBoundedGlob } from '../workspace/glob-limits';
import type { Snapshot } from '../workspace/snapshot';
import { defineRule } from './rule';

type Reason = 'missing' | 'folder' | 'above';

/** Why a pattern can match no file, whatever is in the workspace; undefined where it may. */
function whyEmpty(snapshot: Snapshot, pattern: string, uri: string): Reason | undefined {
  const base = globBase(pattern);
  if (base === undefined) return undefined;
  if (/^\/|^(?:\.\/)?\.\.(?:\/|$)/.test(base)) return 'above';
  const existence = snapshot.exists(snapshot.resolve(base, uri));
  // What is left out may have been deleted, or be on another machine only.
  if (existence === 'missing') return pattern.startsWith('!') ? undefined : 'missing';
  return existence === 'directory' && base === pattern.replace(/^!/, '') ? 'folder' : undefined;
}

export const codePatternEmpty = defineRule({
  id: 'code-pattern-empty',
  group: 'code',
  severity: 'info',
  basis: 'format',
  summary: 'A pattern under `code` of a card can match no file.',
  why: 'Code that no pattern matches is not held against the card: nobody notices when the two part.',
  help: 'Patterns are read from the folder of the card: `src/**` is all below `src`. Correct the path, or take the pattern away.',
  message: {
    missing: 'There is no {base} here, so this pattern matches no file. Correct the path, or take it away.',
    folder: 'This names a folder and matches none of its files. Write {base}/**.',
    above: 'Patterns only reach below the folder of the card, so this one matches no file. Begin it there.',
  },
  on: 'system',
  check: ({ own, uri, inventoryOnly, stage }, report, { snapshot }) => {
    // At inception there may be no code yet.
    if (inventoryOnly || stage === 'inception') return;
    for (const { value, place } of own.code?.items ?? []) {
      const reason =
        isBoundedGlob(value) && !isPlaceholder(value) ? whyEmpty(snapshot, value, uri) : undefined;
      if (reason === undefined) continue;
      const base = (globBase(value) ?? value).replace(/\/$/, '');
      report(
        { place, part: 'value' },
        { message: reason, args: { base }, data: reason === 'folder' ? { pattern: place, base, value } : {} },
      );
    }
  },
  fixes: ({ data: { pattern, base, value } }, { snapshot }) => {
    if (!isPlace(pattern) || typeof base !== 'string' || typeof value !== 'string') return [];
    const text = `${value.startsWith('!') ? '!' : ''}${base}/**`;
    return oneEdit(
      tr('Change to {0}', text),
      pattern.uri,
      replaceAt(snapshot, pattern, 'value', yamlText(text)),
      {
        preferred: true,
      },
    );
  },
});
