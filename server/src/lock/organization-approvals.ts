/** What an organization approves as a whole: its AI policy, its treatment plan, its Statement of Applicability. */
import { tr } from '../l10n/tr';
import { asBlock, type AnyBlock } from '../model/located';
import { parseDay } from '../model/scalars';
import type { OrganizationEntry, OrganizationLink } from '../workspace/snapshot';
import { namedAs, once, toApprovable, type Approvable, type Draft, type Part } from './approvable';
import { digestOf, meaningOfBlock, type Content } from './content';
import { filePart, ownReading, withParts } from './parts';

type ApprovedBlock = NonNullable<OrganizationEntry['body']['treatmentPlan']>;
type Rows = NonNullable<OrganizationEntry['body']['controls']>;

const OMIT = ['approvedBy', 'approvedOn'];

interface Owner {
  readonly entry: OrganizationEntry;
  readonly id: string;
  readonly link: OrganizationLink;
}

const common = ({ entry, link }: Owner, block: Omit<ApprovedBlock, 'document'>) => ({
  place: block.approvedBy?.place ?? block.place,
  homes: [block.place],
  statedOn: parseDay(block.approvedOn?.value ?? ''),
  named: namedAs('approver', block.approvedBy),
  answerable: [],
  organization: link,
  artefact: entry.artefact,
});

/** A block that names a document: what stands in the block, and the document itself. */
function documentApproval(
  owner: Owner,
  block: ApprovedBlock,
  what: Pick<Draft, 'kind' | 'title'> & { readonly key: string },
): Approvable {
  const own = ownReading(asBlock(block), () => meaningOfBlock(asBlock(block), { omit: OMIT }));
  return toApprovable({
    ...common(owner, block),
    kind: what.kind,
    title: what.title,
    part: `${owner.id}:${what.key}`,
    read: (context) => withParts(own(), filePart(context, block.document)),
  });
}

/** What the Statement of Applicability says of a row: is the control taken or left out, and why. How far it is, and by what evidence, changes from week to week. */
function decision(row: AnyBlock): Content {
  const { status, why } = Object.fromEntries(meaningOfBlock(row));
  return new Map([
    ['applies', status !== 'not-applicable'],
    ...(why === undefined ? [] : ([['why', why]] as const)),
  ]);
}

const decisions = (rows: Rows | undefined, name: string): readonly Part[] =>
  [...(rows?.entries ?? [])].map(([id, row]) => ({
    name: `${name}/${id}`,
    digest: digestOf(decision(asBlock(row))),
    place: row.place,
  }));

function soaApproval(owner: Owner, soa: NonNullable<OrganizationEntry['body']['soa']>): Approvable {
  const { body } = owner.entry;
  const reading = once(() => {
    const parts = [
      ...decisions(body.controls, 'control'),
      ...decisions(body.additionalControls, 'additional'),
    ];
    return { digest: digestOf(new Map(parts.map(({ name, digest }) => [name, digest ?? '']))), parts };
  });
  return toApprovable({
    ...common(owner, soa),
    homes: [soa, body.controls, body.additionalControls].flatMap((part) => (part ? [part.place] : [])),
    kind: 'soa',
    title: tr('the Statement of Applicability'),
    part: `${owner.id}:soa`,
    read: reading,
  });
}

export function organizationApprovals(
  entry: OrganizationEntry,
  link: OrganizationLink,
): readonly Approvable[] {
  const { body } = entry;
  const id = body.id?.value;
  if (id === undefined) return [];
  const owner = { entry, id, link };
  return [
    ...(body.policy
      ? [documentApproval(owner, body.policy, { kind: 'policy', title: tr('the AI policy'), key: 'policy' })]
      : []),
    ...(body.treatmentPlan
      ? [
          documentApproval(owner, body.treatmentPlan, {
            kind: 'treatment-plan',
            title: tr('the risk treatment plan'),
            key: 'treatmentPlan',
          }),
        ]
      : []),
    ...(body.soa ? [soaApproval(owner, body.soa)] : []),
  ];
}
