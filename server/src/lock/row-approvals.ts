/** Rows of the Statement of Applicability, and each piece of their evidence. */
import { tr } from '../l10n/tr';
import { type Value, asBlock } from '../model/located';
import { isPlaceholder, parseDay } from '../model/scalars';
import type { OrganizationEntry } from '../workspace/snapshot';
import {
  keyOf,
  namedAs,
  once,
  toApprovable,
  type Approvable,
  type Draft,
  type Part,
  type ReadingContext,
} from './approvable';
import { approvalsOfDocument } from './documents';
import { digestOf, meaningOf, meaningOfBlock, type Content } from './content';
import { filePart, ownReading, targetParts, withParts, type PathToTarget } from './parts';

type Rows = NonNullable<OrganizationEntry['body']['controls']>;
export type Row = Rows['entries'] extends ReadonlyMap<string, infer R> ? R : never;
type Evidence = NonNullable<Row['evidence']>['items'][number];

/** A row where it stands. */
export interface RowSite extends Pick<Draft, 'artefact' | 'organization' | 'isWhole'> {
  /** `credit:controls/A.6.2.4`. */
  readonly part: string;
  readonly id: string;
  readonly written: Row;
  /** As it counts: with what a profile adds. */
  readonly row: Row;
  /** Name of the profile that adds to it. */
  readonly profile?: string | undefined;
  /** Who answers where the row names nobody. */
  readonly owner: Value<string> | undefined;
}

interface Target {
  /** What the evidence is known by, in its short spelling: `reports/validation.md#results`. */
  readonly name: string;
  /** Where it is a path: something that can be looked up. */
  readonly path?: PathToTarget;
}

/** What a piece of evidence points to; undefined where it points nowhere or holds a place open. */
function targetOf(evidence: Evidence): Target | undefined {
  if (evidence.node === 'value')
    return isPlaceholder(evidence.value) ? undefined : { name: evidence.value, path: evidence };
  const { path, anchor, url, ref } = evidence;
  if (path && !isPlaceholder(path.value))
    return anchor
      ? {
          name: `${path.value}#${anchor.value}`,
          path: { value: path.value, place: path.place, anchor: anchor.value },
        }
      : { name: path.value, path };
  if (url && !isPlaceholder(url.value)) return { name: url.value };
  return ref && !isPlaceholder(ref.value) ? { name: `ref:${ref.value}` } : undefined;
}

const targetsOf = ({ evidence }: Row): readonly Target[] =>
  evidence?.items.flatMap((item) => targetOf(item) ?? []) ?? [];

const evidencePart = (site: RowSite, target: Target): string => `${site.part}/evidence/${target.name}`;

/** A row, but for who answers for it: what it claims, why, and by which evidence. Reviews of evidence are approvals of their own. */
function rowContent(row: Row): ReadonlyMap<string, Content> {
  const content = new Map(meaningOfBlock(asBlock(row), { omit: ['owner', 'evidence'] }));
  const names = targetsOf(row).map(({ name }) => name);
  if (names.length > 0) content.set('evidence', names.sort());
  return content;
}

/** What a profile adds to a row, as one part. */
const profileParts = ({ id, row, written, organization, profile }: RowSite): readonly Part[] => {
  const organizationId = organization.kind === 'found' ? organization.body.id?.value : undefined;
  const part = {
    name: `profile/${profile ?? ''}`,
    digest: digestOf(new Map([...rowContent(row)].filter(([key]) => !written.keys.has(key)))),
    place: written.place,
  };
  return organization.kind === 'found' && organizationId !== undefined && profile !== undefined
    ? [{ ...part, via: [keyOf(organization.uri, `${organizationId}:profiles/${profile}/controls/${id}`)] }]
    : [part];
};

/** What the evidence leads to. Each piece may have an approval of its own, which is nearer. */
const evidenceParts = (site: RowSite, context: ReadingContext): readonly Part[] =>
  targetsOf(site.row).flatMap((target) => {
    const parts = target.path ? targetParts(context, `evidence/${target.name}`, target.path) : [];
    const own = keyOf(site.artefact.uri, evidencePart(site, target));
    return parts.map((part): Part => ({
      ...part,
      via: [own, ...documents(site, context, part), ...(part.via ?? [])],
    }));
  });

const documents = ({ organization }: RowSite, context: ReadingContext, { file }: Part): readonly string[] =>
  file === undefined ? [] : approvalsOfDocument(context, organization, file);

function rowApproval(site: RowSite): Approvable {
  const { row, written } = site;
  // What a profile adds has an approval of its own.
  const own = ownReading(asBlock(written), () => rowContent(written));
  const added = once(() => (row === written ? [] : profileParts(site)));
  return toApprovable({
    ...common(site),
    kind: 'row',
    part: site.part,
    title: tr('row {0}', site.id),
    place: written.place,
    homes: [written.place],
    statedOn: undefined,
    named: namedAs('owner', row.owner),
    read: (context) => withParts(own(), [...added(), ...evidenceParts(site, context)]),
  });
}

const common = ({ artefact, organization, isWhole, row, owner }: RowSite) => {
  const answers = row.owner ?? owner;
  return {
    artefact,
    organization,
    answerable: answers ? [answers.value] : [],
    ...(isWhole ? { isWhole } : {}),
  };
};

function evidenceApproval(site: RowSite, evidence: Evidence, target: Target): Approvable {
  const long = evidence.node === 'block' ? evidence : undefined;
  const own = once(() => {
    const content = new Map<string, Content>([
      ['target', target.name],
      ...(long?.heldBy ? [['heldBy', meaningOf(long.heldBy)] as const] : []),
      ...(long?.effective ? [['effective', meaningOf(long.effective)] as const] : []),
    ]);
    const parts = [...content].map(([name, value]) => ({
      name,
      digest: digestOf(value),
      place: evidence.place,
    }));
    return { digest: digestOf(content), parts };
  });
  return toApprovable({
    ...common(site),
    kind: 'evidence',
    part: evidencePart(site, target),
    title: tr('evidence {0} of {1}', target.name, site.id),
    place: evidence.place,
    homes: [evidence.place],
    statedOn: parseDay(long?.reviewed?.value ?? ''),
    named: namedAs('reviewer', long?.by),
    read: (context) =>
      withParts(
        own(),
        filePart(context, target.path).map((part) => {
          const via = documents(site, context, part);
          return via.length > 0 ? { ...part, via: [...via, ...(part.via ?? [])] } : part;
        }),
      ),
  });
}

/** The row and the evidence written in it. What it points to twice is one piece of evidence. */
export const rowApprovals = (site: RowSite): readonly Approvable[] => [
  rowApproval(site),
  ...(site.written.evidence?.items ?? []).flatMap((evidence) => {
    const target = targetOf(evidence);
    return target ? [evidenceApproval(site, evidence, target)] : [];
  }),
];
