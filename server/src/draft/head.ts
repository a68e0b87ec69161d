/** What stands above the models of a card: how the system is called, whose it is, how far it is. */
import { stageOrder } from '../catalogue';
import type { Call } from './calls';
import { cleanText, kebab, readable } from './clean';
import { personId, type Person } from './person';
import type { ProjectFacts } from './requirements';
import { placesIn, settle } from './said';
import type { DraftInput, Said } from './types';
import { entry, list, map, text, todo, type Entry, type Scalar } from './write';

/** A value a file says, and where it is from. */
export interface Found {
  readonly value: string;
  readonly note?: string | undefined;
}

/** What the project calls itself, else what its repository is called. */
export function projectName(
  repository: DraftInput['repository'],
  projects: readonly ProjectFacts[],
): Found | undefined {
  const repositoryName = cleanText(repository?.name);
  const said: readonly Said[] = [
    ...projects.flatMap((project) => project.name ?? []),
    ...(repositoryName === undefined ? [] : [{ value: repositoryName, at: 'the git repository' }]),
  ];
  return settle(said, (a, b) => kebab(a) === kebab(b));
}

const FROM_FOLDER = 'from the name of the folder';

const foundName = ({ id, folder, repository }: DraftInput, projects: readonly ProjectFacts[]): Found =>
  projectName(repository, projects) ?? { value: readable(cleanText(folder) ?? id), note: FROM_FOLDER };

/** `v2.3.0` -> `2.3.0`; undefined for tags that name no version, such as `10-bigrams-experiment`. */
const versionOf = (tag: string): string | undefined =>
  /^v?(\d+|\d+(?:\.\d+)+(?:[-+.]?[A-Za-z][\w.+-]*)?)$/.exec(tag)?.[1];

const tagged = ({
  tag,
}: NonNullable<DraftInput['repository']>): readonly (Said & { readonly isCurrent: boolean })[] => {
  const value = cleanText(tag && versionOf(tag.name));
  if (!tag || value === undefined) return [];
  const isCurrent = tag.commitsSince === 0;
  const ago = `${tag.commitsSince} commit${tag.commitsSince === 1 ? '' : 's'} ago`;
  return [
    { value, at: isCurrent ? `the git tag ${tag.name}` : `the git tag ${tag.name}, ${ago}`, isCurrent },
  ];
};

/** A tag on this very commit counts before what files say, an older one after. */
function version({ repository = {} }: DraftInput, projects: readonly ProjectFacts[]): Entry | undefined {
  const tags = tagged(repository);
  const settled = settle([
    ...tags.filter(({ isCurrent }) => isCurrent),
    ...projects.flatMap((project) => project.version ?? []),
    ...tags.filter(({ isCurrent }) => !isCurrent),
  ]);
  return entry('version', settled && text(settled.value, settled.note));
}

const hasRole = ({ roles }: Person, role: string): boolean =>
  roles?.items.some(({ value }) => value === role) ?? false;

/** The organization’s one owner of AI systems; git only tells who was here, which makes nobody an owner. */
function foundOwner({ organization }: DraftInput): Found | undefined {
  const owners = organization?.body.people?.items.filter((person) => hasRole(person, 'ai-owner')) ?? [];
  const [only, another] = owners;
  if (!only?.id || another) return undefined;
  const note = `from ${organization?.path ?? ''}: the only one there with the role ai-owner`;
  return { value: only.id.value, note };
}

/** Who git is set up for may be the one; by the id, where the organization has one for that person. */
function noOwner({ repository = {}, organization }: DraftInput): Scalar {
  const name = cleanText(repository.userName);
  const known = organization && personId(organization.body, [name, repository.userEmail]);
  const who = cleanText(known) ?? name;
  const perhaps = who === undefined ? '' : `; perhaps ${who}, as git is set up`;
  return todo(`a person who answers for the system${perhaps}`);
}

/** A sentence somebody wrote about the project may help to write the purpose; it is not the purpose. */
function noPurpose(projects: readonly ProjectFacts[]): Entry | undefined {
  const [said] = projects.flatMap(({ description }) => description ?? []);
  const described = said && `${said.at} describes the project as "${said.value}"`;
  return entry('purpose', todo('what the system is for, in a sentence'), described ? [described] : []);
}

export interface Shown {
  readonly calls: readonly Call[];
  readonly projects: readonly ProjectFacts[];
  /** Places of models that were saved or described. */
  readonly models: readonly string[];
}

const BUILDING = new Set<Call['kind']>(['train', 'model-load', 'ai-api-call', 'save', 'track', 'deploy']);

const ROLES = 'What you are to the system: developer, provider, deployer, user, …';

/** What files say of the head of a card. */
export interface FoundHead {
  readonly name: Found;
  readonly owner?: Found | undefined;
  readonly role?: Found | undefined;
  readonly stage?: (Found & { readonly at: string }) | undefined;
}

/**
 * Code that works with a model shows that somebody builds the system; a model that is there shows that it is past its
 * idea. Nothing in a repository shows that it runs anywhere: a later stage is for people to say.
 *
 * @param input without what its files say, which is in `shown`
 */
export function headFound(input: DraftInput, { calls, projects, models }: Shown): FoundHead {
  const building = calls.filter(({ kind }) => BUILDING.has(kind));
  const training = building.filter(({ kind }) => kind === 'train');
  const inCode = (training.length > 0 ? training : building).map(({ at }) => at);
  const shown = inCode.length > 0 ? inCode : models;
  const deploying = calls.filter(({ kind }) => kind === 'deploy').map(({ at }) => at);
  const further =
    deploying.length > 0
      ? `${placesIn(deploying)} can deploy it: if it runs for people, say so here`
      : 'say so if it is further';
  const at = placesIn(shown);
  return {
    name: foundName(input, projects),
    owner: foundOwner(input),
    role:
      inCode.length > 0
        ? { value: 'developer', note: `from ${placesIn(inCode)}: it is built here` }
        : undefined,
    stage:
      shown.length > 0
        ? { value: 'design-development', note: `from ${at}: at least this far; ${further}`, at }
        : undefined,
  };
}

const scalar = ({ value, note }: Found): Scalar => text(value, note);

/** What somebody said, with its source where files say the same. */
const answered = (answer: string, found: Found | undefined): Scalar =>
  text(answer, found?.value === answer ? found.note : undefined);

/** A name or an address that the organization has is of the person with that id there. */
function ownerSaid(answer: string, { organization }: DraftInput, found: Found | undefined): Scalar {
  const id = organization && personId(organization.body, [answer]);
  return organization && id !== undefined && id !== answer
    ? text(id, `${answer} in ${organization.path}`)
    : answered(answer, found);
}

/** An answer that files speak against is kept, and says so. */
function stageSaid(answer: string | undefined, found: FoundHead['stage']): Scalar | undefined {
  if (answer === undefined) return found && scalar(found);
  const isEarlier = found && (stageOrder(answer) ?? 0) < (stageOrder(found.value) ?? 0);
  return isEarlier ? text(answer, `${found.at} looks like ${found.value}`) : answered(answer, found);
}

function roleAndStage({ answers }: DraftInput, { role, stage }: FoundHead): readonly (Entry | undefined)[] {
  const said = answers?.roles ?? [];
  const roles = said.length > 0 ? said.map((each) => answered(each, role)) : role ? [scalar(role)] : [];
  const isMissed = role !== undefined && said.length > 0 && !said.includes(role.value);
  const missed = isMissed ? [`Perhaps ${role.value} too, ${role.note ?? ''}`] : [];
  const reached = stageSaid(answers?.stage, stage);
  return [
    entry('role', roles.length > 0 ? list(roles.map((value) => ({ value }))) : undefined, [ROLES, ...missed]),
    entry(
      'lifecycle',
      reached && map(entry('stage', reached)),
      roles.length > 0 ? [] : [`role: no file says it. ${ROLES}`],
    ),
  ];
}

/** @param input without what its files say, which is in `shown` */
export function headEntries(input: DraftInput, shown: Shown): readonly (Entry | undefined)[] {
  const { answers } = input;
  const found = headFound(input, shown);
  const owner = answers?.owner;
  const purpose = answers?.purpose;
  return [
    entry('aims', { is: 'scalar', yaml: '1' }),
    entry('kind', text('system')),
    entry('id', text(input.id, answers ? undefined : (input.idNote ?? FROM_FOLDER))),
    entry('name', answers ? answered(answers.name, found.name) : scalar(found.name)),
    version(input, shown.projects),
    entry(
      'owner',
      owner === undefined
        ? found.owner
          ? scalar(found.owner)
          : noOwner(input)
        : ownerSaid(owner, input, found.owner),
    ),
    purpose === undefined ? noPurpose(shown.projects) : entry('purpose', text(purpose)),
    ...roleAndStage(input, found),
    entry('use', map(entry('intended', list([{ value: todo('what it is meant for') }])))),
  ];
}
