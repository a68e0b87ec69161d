/** What stands above the models of a card: how the system is called, whose it is, how far it is. */
import type { Organization } from '../model/build';
import type { Call } from './calls';
import { cleanText, kebab, readable } from './clean';
import type { ProjectFacts } from './requirements';
import { placesIn, settle } from './said';
import type { DraftInput, Said } from './types';
import { entry, list, map, text, todo, type Entry } from './write';

type Person = NonNullable<Organization['people']>['items'][number];

/** What the project calls itself, what its repository is called, what its folder is called. */
function name({ id, folder, repository }: DraftInput, projects: readonly ProjectFacts[]): Entry | undefined {
  const repositoryName = cleanText(repository?.name);
  const said: readonly Said[] = [
    ...projects.flatMap((project) => project.name ?? []),
    ...(repositoryName === undefined ? [] : [{ value: repositoryName, at: 'the git repository' }]),
  ];
  const settled = settle(said, (a, b) => kebab(a) === kebab(b));
  const fromFolder = readable(cleanText(folder) ?? id);
  return entry(
    'name',
    settled ? text(settled.value, settled.note) : text(fromFolder, 'from the name of the folder'),
  );
}

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
function owner({ organization, repository }: DraftInput): Entry | undefined {
  const owners = organization?.body.people?.items.filter((person) => hasRole(person, 'ai-owner')) ?? [];
  const [only, another] = owners;
  if (only?.id && !another)
    return entry(
      'owner',
      text(only.id.value, `from ${organization?.path ?? ''}: the only one there with the role ai-owner`),
    );
  const userName = cleanText(repository?.userName);
  const hint =
    userName === undefined
      ? 'a person who answers for the system'
      : `a person who answers for the system; perhaps ${userName}, as git is set up`;
  return entry('owner', todo(hint));
}

/** A sentence somebody wrote about the project may help to write the purpose; it is not the purpose. */
function purpose(projects: readonly ProjectFacts[]): Entry | undefined {
  const [said] = projects.flatMap(({ description }) => description ?? []);
  const hint =
    said === undefined
      ? 'what the system is for, in a sentence'
      : `what the system is for; ${said.at} describes the project as "${said.value}"`;
  return entry('purpose', todo(hint));
}

export interface Shown {
  readonly calls: readonly Call[];
  readonly projects: readonly ProjectFacts[];
  /** Places of models that were saved or described. */
  readonly models: readonly string[];
}

const BUILDING = new Set<Call['kind']>(['train', 'model-load', 'ai-api-call', 'save', 'track', 'deploy']);

const ROLES = 'What you are to the system: developer, provider, deployer, user, …';

/**
 * Code that works with a model shows that somebody builds the system; a model that is there shows that it is past its
 * idea. Nothing in a repository shows that it runs anywhere: a later stage is for people to say.
 */
function roleAndStage({ calls, models }: Shown): readonly (Entry | undefined)[] {
  const building = calls.filter(({ kind }) => BUILDING.has(kind));
  const training = building.filter(({ kind }) => kind === 'train');
  const inCode = (training.length > 0 ? training : building).map(({ at }) => at);
  const role =
    inCode.length > 0
      ? list([{ value: text('developer', `from ${placesIn(inCode)}: it is built here`) }])
      : undefined;
  const shown = inCode.length > 0 ? inCode : models;
  const deploying = calls.filter(({ kind }) => kind === 'deploy').map(({ at }) => at);
  const further =
    deploying.length > 0
      ? `${placesIn(deploying)} can deploy it: if it runs for people, say so here`
      : 'say so if it is further';
  const stage =
    shown.length > 0
      ? map(
          entry(
            'stage',
            text('design-development', `from ${placesIn(shown)}: at least this far; ${further}`),
          ),
        )
      : undefined;
  return [
    entry('role', role, [ROLES]),
    entry('lifecycle', stage, role ? [] : [`role: no file says it. ${ROLES}`]),
  ];
}

/** @param input without what its files say, which is in `shown` */
export function headEntries(input: DraftInput, shown: Shown): readonly (Entry | undefined)[] {
  return [
    entry('aims', { is: 'scalar', yaml: '1' }),
    entry('kind', text('system')),
    entry('id', text(input.id, 'from the name of the folder')),
    name(input, shown.projects),
    version(input, shown.projects),
    owner(input),
    purpose(shown.projects),
    ...roleAndStage(shown),
    entry('use', map(entry('intended', list([{ value: todo('what it is meant for') }])))),
  ];
}
