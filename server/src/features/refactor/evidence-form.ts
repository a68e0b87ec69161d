/** `docs/a.md#results` as `{ path: docs/a.md, anchor: results }`, which has room for a review, and back. */
import { tr } from '../../l10n/tr';
import { parseTarget } from '../../evidence';
import { flowText, yamlText } from '../../fixes/scalar';
import { fieldAt } from '../../schema';
import type { MapNode } from '../../syntax/types';
import { hasComment, isApproved, isSilenced } from './guard';
import { pathTo, type Step } from './path';
import type { Asked, Refactoring } from './types';

/** One piece of evidence where the cursor is. Not offered where its row was approved as it is written. */
export function evidenceForms(asked: Asked): readonly Refactoring[] {
  const { artefact, parsed, uri } = asked;
  const step = pathTo(asked).find(({ route }) => isEvidence(asked, route));
  const node = step?.placed.node;
  if (!step || !node || !artefact.kind) return [];
  const { placed, route } = step;
  if (isApproved(asked, route.slice(0, -2)) || hasComment(asked, placed.entry)) return [];
  if (isSilenced(asked, placed.entry)) return [];
  const text =
    node.kind === 'scalar' ? longForm(node.text) : node.kind === 'map' ? shortForm(node) : undefined;
  if (text === undefined) return [];
  const isInBrackets = pathTo(asked).some((each) => isListInBrackets(each));
  const newText = node.kind === 'map' && isInBrackets ? flowText(text) : text;
  return [
    {
      is: 'rewrite',
      title: node.kind === 'scalar' ? tr('Write with keys, to add a review') : tr('Write as a single value'),
      changes: [{ kind: 'edit', uri, edits: [{ range: parsed.rangeOf(placed.value), newText }] }],
    },
  ];
}

const isListInBrackets = ({ placed: { node } }: Step): boolean => node?.kind === 'list' && node.flow;

function isEvidence({ artefact: { kind } }: Asked, route: Step['route']): boolean {
  const shape = kind && typeof route.at(-1) === 'number' ? fieldAt(kind, route)?.shape : undefined;
  return (
    shape?.is === 'either' &&
    shape.forms.some((form) => form.shape.is === 'scalar' && form.shape.format === 'evidence')
  );
}

const isSame = (short: string, path: string, anchor: string | undefined): boolean =>
  JSON.stringify(parseTarget(short, undefined)) === JSON.stringify(parseTarget(path, anchor));

const inFlow = (text: string): string => flowText(yamlText(text));

/** @returns undefined where the long form would not mean the same */
function longForm(text: string): string | undefined {
  if (text.trim() === '' || parseTarget(text, undefined).kind !== 'file') return undefined;
  const [path = '', ...rest] = text.split('#');
  const anchor = rest.join('#');
  if (anchor !== '' && isSame(text, path, anchor))
    return `{ path: ${inFlow(path)}, anchor: ${inFlow(anchor)} }`;
  return isSame(text, text, undefined) ? `{ path: ${inFlow(text)} }` : undefined;
}

/** @returns undefined where it says more than a path and a part of it */
function shortForm({ entries }: MapNode): string | undefined {
  const keys = new Map(
    entries.map(({ key, value }) => [key.text, value?.kind === 'scalar' ? value.text : '']),
  );
  const [path, anchor] = [keys.get('path') ?? '', keys.get('anchor')];
  if (path === '' || anchor === '' || keys.size !== (anchor === undefined ? 1 : 2)) return undefined;
  const short = anchor === undefined ? path : `${path}#${anchor}`;
  return isSame(short, path, anchor) ? yamlText(short) : undefined;
}
