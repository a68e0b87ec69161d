/** The text of a new organization file: as little as makes it one, marked where people have to write. */
import { PLACEHOLDER } from './scalar';

/** @param roles what the organization is to the systems that are known, such as `developer` */
export const organizationText = (roles: readonly string[]): string =>
  [
    '# The management system: what it covers, who answers for it, and the controls answered for once, for all systems.',
    'aims: 1',
    'kind: organization',
    'id: organization',
    `name: ${PLACEHOLDER}`,
    'scope:',
    `  statement: ${PLACEHOLDER}`,
    `  roles: [${roles.length > 0 ? roles.join(', ') : PLACEHOLDER}]`,
    '',
  ].join('\n');
