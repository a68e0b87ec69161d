/** Who of an organization's people is meant by a name or an e-mail address: cards name people by id. */
import type { Organization } from '../model/build';
import { isPlaceholder } from '../model/scalars';

export type Person = NonNullable<Organization['people']>['items'][number];

/** E-mail addresses are the same in whatever case they are written. */
const isSame = (a: string | undefined, b: string): boolean =>
  a !== undefined && (a === b || (b.includes('@') && a.toLowerCase() === b.toLowerCase()));

/**
 * @param texts ids, full names or addresses, all of one person
 * @returns the id; undefined where nobody there is called so, or more than one
 */
export function personId(
  { people }: Pick<Organization, 'people'>,
  texts: readonly (string | undefined)[],
): string | undefined {
  const said = texts.filter((text) => text !== undefined && !isPlaceholder(text));
  const ids = (people?.items ?? []).flatMap(({ id, name, email }) =>
    id && said.some((text) => [id, name, email].some((each) => isSame(each?.value, text ?? '')))
      ? [id.value]
      : [],
  );
  const [only, another] = new Set(ids);
  return another === undefined && only !== undefined && !isPlaceholder(only) ? only : undefined;
}
