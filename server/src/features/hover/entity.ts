/** Hover of an id the files define themselves: a person, a risk, a data set, an impact. */
import { tr, translatable } from '../../l10n/tr';
import type { EntityKind } from '../../schema/field';
import type { SyntaxNode } from '../../syntax/types';
import type { FoundDefinition } from '../../workspace/snapshot';
import { pathBetween } from '../../workspace/uri';
import { NAME_KEYS, bodyOf, nameOfEntity } from '../entity-name';
import { paragraphs } from '../markup';
import type { HoverContext } from './context';
import { usedInCode } from './in-code';
import { namedHere } from './named';

const TITLES: Readonly<Record<EntityKind, string>> = {
  person: translatable('Person'),
  organization: translatable('Organization'),
  system: translatable('AI system'),
  risk: translatable('Risk'),
  impact: translatable('Impact'),
  party: translatable('Party'),
  dataset: translatable('Dataset'),
  model: translatable('Model'),
  supplier: translatable('Supplier'),
  objective: translatable('Objective'),
  need: translatable('Need'),
  audit: translatable('Internal audit'),
  nonconformity: translatable('Nonconformity'),
  monitoring: translatable('Monitoring'),
  profile: translatable('Profile'),
  assessment: translatable('Impact assessment'),
  incident: translatable('Incident'),
};

const LONGEST_LIST = 6;

const textOf = (node: SyntaxNode | undefined): string | undefined => {
  if (node?.kind === 'scalar') return node.text;
  // A base model, a treatment: what it is called, or decided.
  if (node?.kind === 'map')
    return textOf(node.entries.find(({ key }) => key.text === 'name' || key.text === 'option')?.value);
  if (node?.kind !== 'list') return undefined;
  const items = node.items.flatMap((item) => (item?.kind === 'scalar' ? [item.text] : []));
  return items.length > 0 && items.length <= LONGEST_LIST ? items.join(', ') : undefined;
};

export function entityHover(context: HoverContext, definition: FoundDefinition): string {
  const { snapshot, markup, cursor } = context;
  const name = nameOfEntity(snapshot, definition);
  const facts = (bodyOf(snapshot, definition)?.entries ?? []).flatMap(({ key, value }) => {
    const text = key.text === 'id' || NAME_KEYS.includes(key.text) ? undefined : textOf(value);
    return text === undefined ? [] : [`${markup.text(key.text)}: ${markup.text(text)}`];
  });
  const where =
    definition.place.uri === cursor.uri ? undefined : pathBetween(cursor.uri, definition.place.uri);
  return paragraphs(
    `${markup.bold(`${tr(TITLES[definition.of])} ${markup.text(definition.id)}`)}${name === undefined ? '' : `: ${markup.text(name)}`}`,
    markup.bullets([...facts, ...namedHere(context, definition)]),
    definition.of === 'model' || definition.of === 'dataset'
      ? usedInCode(context, definition.of, definition.id)
      : undefined,
    where === undefined ? undefined : tr('In {0}.', markup.code(where)),
  );
}
