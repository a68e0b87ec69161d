/** The approval of an impact assessment, and what of the system's card it depends on. */
import { tr, translatable } from '../l10n/tr';
import type { AiSystem } from '../model/build';
import { type Place, asBlock } from '../model/located';
import { parseDay } from '../model/scalars';
import type { AssessmentEntry, OrganizationLink, SystemEntry } from '../workspace/snapshot';
import { isCardWhole, namedAs, once, toApprovable, type Approvable, type Part } from './approvable';
import { ASSESSMENT_PART, assessmentContent } from './assessment-content';
import { digestOf, meaningOf, meaningOfBlock, type Content } from './content';
import { ownReading, withParts } from './parts';

const SPLIT = { impacts: 'impact', parties: 'party' };

const sorted = (content: Content): Content =>
  Array.isArray(content) ? [...(content as string[])].sort() : content;

/** Sets: their order says nothing. */
const unordered = (content: ReadonlyMap<string, Content>): ReadonlyMap<string, Content> =>
  new Map([...content].map(([key, value]) => [key, sorted(value)]));

const pick = (content: ReadonlyMap<string, Content>, keys: readonly string[]): ReadonlyMap<string, Content> =>
  new Map([...content].filter(([key]) => keys.includes(key)));

const part = (name: string, content: Content, place: Place): Part => ({
  name,
  digest: digestOf(content),
  place,
});

function modelParts(card: AiSystem): readonly Part[] {
  return (card.models?.items ?? []).flatMap((model) => {
    const id = model.id?.value ?? model.basedOn?.name?.value;
    if (id === undefined) return [];
    const content = new Map(meaningOfBlock(asBlock(model), { omit: ['basedOn'] }));
    const base = model.basedOn && pick(meaningOfBlock(asBlock(model.basedOn)), ['name', 'provider']);
    return [
      part(
        `card/model/${id}`,
        new Map([...pick(content, ['task']), ...(base ? [['base', base] as const] : [])]),
        model.place,
      ),
    ];
  });
}

const datasetParts = (card: AiSystem): readonly Part[] =>
  (card.datasets?.items ?? []).flatMap((dataset) =>
    dataset.id
      ? [
          part(
            `card/dataset/${dataset.id.value}`,
            unordered(pick(meaningOfBlock(asBlock(dataset)), ['uses', 'personalData'])),
            dataset.place,
          ),
        ]
      : [],
  );

const supplierParts = (card: AiSystem): readonly Part[] =>
  (card.suppliers?.items ?? []).flatMap((supplier) => {
    const id = supplier.node === 'value' ? supplier.value : supplier.id?.value;
    return id === undefined ? [] : [part(`card/supplier/${id}`, id, supplier.place)];
  });

/**
 * What an assessment rests on: purpose, use, roles, risk tier, what the models do and start from, which data with
 * personal data or not, which suppliers. Never version, metrics, evidence or owner: these change without changing what
 * the system does to people.
 */
function cardParts(system: SystemEntry): readonly Part[] {
  const { body } = system;
  const tier = body.euAiAct?.tier;
  return [
    // Stands for "the card was known": without it nothing below can be compared.
    part('card', system.id, body.place),
    ...(body.purpose ? [part('card/purpose', meaningOf(body.purpose), body.purpose.place)] : []),
    ...(body.use ? [part('card/use', unordered(meaningOfBlock(asBlock(body.use))), body.use.place)] : []),
    ...(body.role ? [part('card/role', sorted(meaningOf(body.role)), body.role.place)] : []),
    ...(tier ? [part('card/tier', tier.value, tier.place)] : []),
    ...modelParts(body),
    ...datasetParts(body),
    ...supplierParts(body),
  ];
}

/** The words of `status` under which the file claims no approval. */
const WITHHELD: Readonly<Record<string, string>> = {
  draft: translatable('it is still a draft'),
  'in-review': translatable('it is still in review'),
  rejected: translatable('it was rejected'),
  superseded: translatable('it was superseded'),
};

/**
 * @param system whose assessment it is, where that is known
 */
export function assessmentApproval(
  { artefact, body }: AssessmentEntry,
  system: SystemEntry | undefined,
  organization: OrganizationLink,
): Approvable | undefined {
  const id = body.id?.value;
  if (id === undefined) return undefined;
  const why = WITHHELD[body.status?.value ?? ''];
  const withheld = why === undefined ? undefined : tr(why);
  const own = ownReading(asBlock(body), () => assessmentContent(body), SPLIT);
  const onCard = once(() => (system ? cardParts(system) : []));
  return toApprovable({
    kind: 'assessment',
    part: `${id}:${ASSESSMENT_PART}`,
    title: tr('impact assessment {0}', id),
    place: body.approvedBy?.place ?? body.status?.place ?? body.place,
    homes: [body.place],
    statedOn: parseDay(body.approvedOn?.value ?? ''),
    named: [...namedAs('approver', body.approvedBy), ...namedAs('reviewer', body.reviewer)],
    answerable: body.assessor ? [body.assessor.value] : [],
    ...(withheld === undefined ? {} : { withheld }),
    organization,
    artefact,
    read: ({ snapshot }) => withParts(own(), system && isCardWhole(snapshot, system) ? onCard() : []),
  });
}
