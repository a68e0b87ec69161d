/** Joins files: which organization a card belongs to, which assessments are whose, what is inherited. Pure. */
import { stageOrder } from '../catalogue';
import type { AimsFile, AiSystem, Artefact, ImpactAssessment, Organization } from '../model/build';
import { has, type Block } from '../model/located';
import type {
  AssessmentEntry,
  OrganizationEntry,
  OrganizationLink,
  StageId,
  SystemEntry,
  Target,
} from './snapshot';
import { withProfile } from './merge';
import { groupBy } from './group-by';
import { baseName, folderOf, isWithin, resolvePath, rootOf } from './uri';

type OfKind<K> = Extract<Artefact, { readonly kind: K }>;

interface JoinInput {
  readonly files: ReadonlyMap<string, AimsFile>;
  readonly roots: readonly string[];
}

export interface Joined {
  readonly organizations: readonly OrganizationEntry[];
  readonly systems: readonly SystemEntry[];
  readonly assessments: readonly AssessmentEntry[];
}

const artefactsOf = <K extends Artefact['kind']>(
  files: ReadonlyMap<string, AimsFile>,
  kind: K,
): OfKind<K>[] =>
  [...files.values()].flatMap((file) =>
    file.artefacts.filter((artefact): artefact is OfKind<K> => artefact.kind === kind),
  );

/** What to call something without an id: the file's folder, so that status lines stay readable. */
const fallbackId = (uri: string): string => baseName(folderOf(uri));

const depth = (uri: string): number => folderOf(uri).length;

/** The nearest above the file first; among equals in file order. */
function nearestAbove(
  uri: string,
  organizations: readonly OfKind<'organization'>[],
): OfKind<'organization'> | undefined {
  return organizations
    .filter((candidate) => isWithin(folderOf(uri), folderOf(candidate.uri)))
    .sort((a, b) => depth(b.uri) - depth(a.uri))[0];
}

function linkFor(
  card: OfKind<'system'>,
  organizations: readonly OfKind<'organization'>[],
  roots: readonly string[],
): OrganizationLink {
  const named = card.body.organization?.value;
  if (named === undefined) {
    if (card.body.keys.has('organization')) return { kind: 'unreachable' };
    const nearest = nearestAbove(card.uri, organizations);
    return nearest ? toLink(nearest) : { kind: 'none' };
  }
  const resolved = resolvePath(named, card.uri, rootOf(card.uri, roots) ?? folderOf(card.uri));
  const found =
    resolved.kind === 'file' ? organizations.find((candidate) => candidate.uri === resolved.uri) : undefined;
  return found ? toLink(found) : { kind: 'unreachable' };
}

const toLink = (organization: OfKind<'organization'>): OrganizationLink => ({
  kind: 'found',
  uri: organization.uri,
  id: organization.body.id?.value ?? fallbackId(organization.uri),
  body: organization.body,
  target: organization.body.target?.value,
});

/** The highest stage of `stage` and `history`: what was due once stays due. */
export function reachedStage(system: AiSystem): StageId | undefined {
  const entered = [
    system.lifecycle?.stage?.value,
    ...(system.lifecycle?.history?.items.map((step) => step.stage?.value) ?? []),
  ];
  let best: StageId | undefined;
  for (const stage of entered)
    if (stage !== undefined && (stageOrder(stage) ?? 0) > (best === undefined ? 0 : (stageOrder(best) ?? 0)))
      best = stage;
  return best;
}

/** Its own word, else the organization’s, else by whether the Statement of Applicability was started. */
function targetOf(own: Target | undefined, inherited: OrganizationLink, rowsWritten: number): Target {
  if (own) return own;
  if (inherited.kind === 'found' && inherited.target) return inherited.target;
  return rowsWritten > 0 ? 'managed' : 'inventory';
}

const profileOf = (card: AiSystem, link: OrganizationLink): Block<object> | undefined => {
  const name = card.profile?.value;
  return name !== undefined && link.kind === 'found' ? link.body.profiles?.entries.get(name) : undefined;
};

/** Entries live as long as what they were made of, so that one keystroke makes one new entry. */
const entries = new WeakMap<AiSystem, SystemEntry>();

const sameLink = (a: OrganizationLink, b: OrganizationLink): boolean =>
  a.kind === 'found' && b.kind === 'found' ? a.body === b.body && a.uri === b.uri : a.kind === b.kind;

const sameList = (a: readonly AssessmentEntry[], b: readonly AssessmentEntry[]): boolean =>
  a.length === b.length && a.every((entry, index) => entry === b[index]);

function systemEntry(
  artefact: OfKind<'system' | 'organization'>,
  own: AiSystem,
  link: OrganizationLink,
  assessments: readonly AssessmentEntry[],
  inventoryOnly: boolean,
): SystemEntry {
  const known = entries.get(own);
  if (
    known?.artefact === artefact &&
    sameLink(known.organization, link) &&
    sameList(known.assessments, assessments)
  )
    return known;
  const profile = profileOf(own, link);
  const body = profile ? withProfile(own, profile) : own;
  const entry: SystemEntry = {
    kind: 'system',
    id: own.id?.value ?? fallbackId(artefact.uri),
    uri: artefact.uri,
    artefact,
    inventoryOnly,
    body,
    own,
    organization: link,
    assessments,
    target: targetOf(body.target?.value, link, own.controls?.written.size ?? 0),
    reached: reachedStage(body),
    stage: body.lifecycle?.stage?.value,
    roles: new Set(body.role?.items.map((role) => role.value) ?? []),
  };
  entries.set(own, entry);
  return entry;
}

/** Approved before draft or no word, newest first, superseded and rejected last. */
function byRelevance(a: AssessmentEntry, b: AssessmentEntry): number {
  // While the next one is being written, the approved one still speaks.
  const rank = ({ body }: AssessmentEntry): number => {
    const status = body.status?.value;
    if (status === 'superseded' || status === 'rejected') return 2;
    return status === 'approved' ? 0 : 1;
  };
  return (
    rank(a) - rank(b) ||
    (b.body.performed?.value ?? '').localeCompare(a.body.performed?.value ?? '', 'en') ||
    (a.uri < b.uri ? -1 : 1)
  );
}

/** Paths resolved once per text of a card: a keystroke elsewhere does not resolve a thousand of them again. */
const namedAssessments = new WeakMap<AiSystem, { readonly root: string; readonly uri: string | undefined }>();

/** The file a card's `impactAssessment` names. */
function namedAssessment(card: OfKind<'system'>, roots: readonly string[]): string | undefined {
  const path = card.body.impactAssessment?.value;
  if (path === undefined) return undefined;
  const root = rootOf(card.uri, roots) ?? folderOf(card.uri);
  const known = namedAssessments.get(card.body);
  if (known?.root === root) return known.uri;
  const resolved = resolvePath(path, card.uri, root);
  const uri = resolved.kind === 'file' ? resolved.uri : undefined;
  namedAssessments.set(card.body, { root, uri });
  return uri;
}

/** Assessments a card names by path, and those that name the card by id and lie no nearer to another with the same id. */
function assessmentsOf(
  card: OfKind<'system'>,
  cards: readonly OfKind<'system'>[],
  assessments: readonly AssessmentEntry[],
  roots: readonly string[],
): AssessmentEntry[] {
  const named = namedAssessment(card, roots);
  const id = card.body.id?.value;
  return assessments
    .filter((entry) => {
      const system = entry.body.system?.value;
      if (entry.uri === named)
        return (
          system === undefined || system === id || !cards.some((other) => other.body.id?.value === system)
        );
      return system !== undefined && system === id && cardFor(entry, cards) === card;
    })
    .sort(byRelevance);
}

/** The card an assessment names: one above it with that id, nearest first, else the only one in the workspace. */
function cardFor(entry: AssessmentEntry, cards: readonly OfKind<'system'>[]): OfKind<'system'> | undefined {
  const sameId = cards.filter((card) => card.body.id?.value === entry.body.system?.value);
  const above = sameId
    .filter((card) => isWithin(folderOf(entry.uri), folderOf(card.uri)))
    .sort((a, b) => depth(b.uri) - depth(a.uri));
  return above[0] ?? (sameId.length === 1 ? sameId[0] : undefined);
}

/** An inventory entry read as a card, so that one evaluation serves both. */
const inventoryCards = new WeakMap<object, AiSystem>();
function inventoryCard(entry: NonNullable<Organization['systems']>['items'][number]): AiSystem {
  const known = inventoryCards.get(entry);
  if (known) return known;
  const { stage, supplier } = entry;
  const card = {
    node: 'block',
    place: entry.place,
    keys: new Set([...entry.keys, ...(stage ? ['lifecycle'] : []), ...(supplier ? ['suppliers'] : [])]),
    id: entry.id,
    name: entry.name,
    role: entry.role,
    owner: entry.owner,
    ...(stage ? { lifecycle: { node: 'block', place: entry.place, keys: new Set(['stage']), stage } } : {}),
    ...(supplier
      ? { suppliers: { node: 'list', place: supplier.place, written: 1, items: [supplier] } }
      : {}),
  } as unknown as AiSystem;
  inventoryCards.set(entry, card);
  return card;
}

/** @returns entries that are the same objects as last time wherever what they are made of is */
export function join({ files, roots }: JoinInput): Joined {
  const organizations = artefactsOf(files, 'organization');
  const cards = artefactsOf(files, 'system');
  const assessments = artefactsOf(files, 'impact-assessment').map((artefact) =>
    toAssessment(artefact, artefact.body),
  );
  const assessmentsByHint = indexAssessments(assessments);
  const cardsById = groupById(cards);
  const systems = cards.map((card) => {
    const candidates = assessmentsByHint(card, roots);
    const link = linkFor(card, organizations, roots);
    return systemEntry(
      card,
      card.body,
      link,
      assessmentsOf(card, cardsById.get(card.body.id?.value) ?? [card], candidates, roots),
      false,
    );
  });
  const carded = new Set(cards.map((card) => card.body.id?.value));
  for (const organization of organizations)
    for (const entry of organization.body.systems?.items ?? [])
      if (entry.id && !carded.has(entry.id.value))
        systems.push(systemEntry(organization, inventoryCard(entry), toLink(organization), [], true));
  return {
    organizations: organizations.map((artefact) => toOrganization(artefact, systems)),
    systems,
    assessments,
  };
}

const groupById = (cards: readonly OfKind<'system'>[]): ReadonlyMap<string | undefined, OfKind<'system'>[]> =>
  groupBy(cards, (card) => card.body.id?.value);

/** Assessments that could concern a card, found by id or by path, so that a thousand cards are not compared with a thousand assessments. */
function indexAssessments(
  assessments: readonly AssessmentEntry[],
): (card: OfKind<'system'>, roots: readonly string[]) => readonly AssessmentEntry[] {
  const bySystem = groupBy(assessments, (entry) => entry.body.system?.value);
  const byUri = groupBy(assessments, (entry) => entry.uri);
  return (card, roots) => {
    const uri = namedAssessment(card, roots);
    const named = uri === undefined ? [] : (byUri.get(uri) ?? []);
    const id = card.body.id?.value;
    return [...new Set([...named, ...(id === undefined ? [] : (bySystem.get(id) ?? []))])];
  };
}

const assessmentEntries = new WeakMap<ImpactAssessment, AssessmentEntry>();

function toAssessment(artefact: Artefact, body: ImpactAssessment): AssessmentEntry {
  const known = assessmentEntries.get(body);
  if (known?.artefact === artefact) return known;
  const entry: AssessmentEntry = {
    kind: 'impact-assessment',
    id: body.id?.value ?? baseName(artefact.uri),
    uri: artefact.uri,
    artefact,
    body,
  };
  assessmentEntries.set(body, entry);
  return entry;
}

/** Parts only somebody writes who runs a management system: what they say is late or wrong is worth hearing. */
const OF_A_RUNNING_SYSTEM = [
  'soa',
  'internalAudits',
  'managementReviews',
  'nonconformities',
  'certification',
] as const;

const isManaged = (body: Organization): boolean =>
  (body.controls?.written.size ?? 0) > 0 || OF_A_RUNNING_SYSTEM.some((key) => has(body, key));

function toOrganization(
  artefact: OfKind<'organization'>,
  systems: readonly SystemEntry[],
): OrganizationEntry {
  const { body, uri } = artefact;
  return {
    kind: 'organization',
    id: body.id?.value ?? fallbackId(uri),
    uri,
    artefact,
    body,
    target: body.target?.value ?? (isManaged(body) ? 'managed' : 'inventory'),
    systems: systems.filter(
      ({ organization }) => organization.kind === 'found' && organization.body === body,
    ),
  };
}
