/** Who can approve something: the people it names, and what a name as somebody types it stands for. */
import { tr } from '../../l10n/tr';
import { nearest } from '../../catalogue';
import type { Approvable } from '../../lock/approvable';
import { organizationOf } from '../../lock/recorded';
import type { Organization } from '../../model/build';
import { findPerson, nameOf } from '../../model/people';
import { isPersonId } from '../../model/read-scalar';
import { isPlaceholder } from '../../model/scalars';

export interface Who {
  /** As records name them: the id where `people` has one, else the name. */
  readonly by: string;
  /** In full. */
  readonly name: string;
}

/** The person, or why nobody is meant: words that go after "cannot be approved:", and whether they say who may be. */
export type Identified = Who | { readonly unknown: string; readonly isNear?: boolean };

/** Entry of `people`, by id or full name; without one, what has a space or an `@` is a name, everything else an id. */
export function whoIs(approvable: Approvable, typed: string): Identified {
  const text = typed.trim();
  const organization = organizationOf(approvable);
  const person = findPerson(organization, text);
  if (person) return { by: person.id?.value ?? text, name: person.name?.value ?? text };
  if (text === '' || isPlaceholder(text)) return { unknown: tr('it has to be said by whom') };
  if (!isPersonId(text) || approvable.organization.kind === 'unreachable') return { by: text, name: text };
  if (!organization)
    return {
      unknown: tr("{0} is nobody's id, since no organization lists people for it; write the full name", text),
    };
  const close = nearest(text, idsOf(organization));
  const hint = close === undefined ? '' : tr('; did you mean {0}?', close);
  return {
    isNear: close !== undefined,
    unknown: tr(
      '{0} is not among the people of {1}{2}',
      text,
      organization.id?.value ?? tr('its organization'),
      hint,
    ),
  };
}

const idsOf = (organization: Organization): readonly string[] =>
  organization.people?.items.flatMap(({ id }) => id?.value ?? []) ?? [];

const unique = (people: readonly Who[]): readonly Who[] => [
  ...new Map(people.map((who) => [who.by, who] as const)).values(),
];

/** Those of the texts that name somebody. */
const identified = (approvable: Approvable, texts: readonly string[]): readonly Who[] =>
  unique(
    texts.flatMap((text) => {
      const who = whoIs(approvable, text);
      return 'unknown' in who ? [] : [who];
    }),
  );

/** Whom it names as approver, reviewer or owner, in this order. */
export const namedThere = (approvable: Approvable): readonly Who[] =>
  identified(
    approvable,
    approvable.named.map(({ who }) => who.value),
  );

/** Whom it names; where it names nobody, who answers for it. */
export function proposedFor(approvable: Approvable): readonly Who[] {
  const named = namedThere(approvable);
  return named.length > 0 ? named : identified(approvable, approvable.answerable);
}

/** Everybody who could be asked: whom it names, then the other people of its organization. */
export function everybodyFor(approvable: Approvable): readonly Who[] {
  const organization = organizationOf(approvable);
  const others = (organization?.people?.items ?? []).flatMap(({ id, name }) => {
    const by = id?.value ?? name?.value;
    return by === undefined || isPlaceholder(by) ? [] : [{ by, name: nameOf(organization, by) }];
  });
  return unique([...proposedFor(approvable), ...others]);
}
