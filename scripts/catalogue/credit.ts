import type { CreditRole } from '../../server/src/catalogue/types';
import type { KnownIds } from './known-ids';
import { list, oneOf, record, text } from './shape';
import type { Source } from './source';

/** Loads the CRediT contributor roles. */
export function loadCreditRoles(source: Source, known: KnownIds): CreditRole[] {
  const file = record({
    uriPrefix: text,
    roles: list(record({ id: oneOf(known.CreditRoleId), name: text })),
  });
  const { uriPrefix, roles } = source.read(file);
  return roles.map((role) => ({ ...role, uri: `${uriPrefix}${role.id}/` }));
}
