/** The one way to draft a card: what files say, each value with its source; what only people know, marked. */
import { callsIn } from './calls';
import { readsIn } from './data-reads';
import { datasetItems } from './dataset-items';
import { datasetsIn } from './datasets';
import { readDvc } from './dvc';
import { headEntries, headFound, projectName, type Found, type FoundHead, type Shown } from './head';
import { readLicence } from './licence';
import { readMlModel } from './mlmodel';
import { modelItems } from './model-items';
import { modelsIn } from './models';
import { readReadme } from './readme';
import { readContainer, readLock, readProject, type ProjectFacts } from './requirements';
import { lastPart } from './paths';
import { inOrder, isOfFolder, sourceKind, type SourceKind } from './sources';
import { groupBy } from '../workspace/group-by';
import { placesIn } from './said';
import { supplierItems } from './suppliers';
import { toolItems } from './tools';
import type { DraftInput, Said, SourceFile } from './types';
import { entry, list, map, text, todo, writeYaml, type Entry, type Item } from './write';

/** A card that leaves out what the code uses is told so by the rules: only what no person wrote is cut off, and that is said. */
const MOST_ITEMS = 1_000;

/** What the files say, by kind of file. */
function readFiles(files: readonly SourceFile[]) {
  const ordered = inOrder(files);
  const ofKind = (kind: SourceKind): readonly SourceFile[] =>
    ordered.filter(({ path }) => sourceKind(lastPart(path)) === kind);
  const [readme] = ofKind('readme')
    .filter(isOfFolder)
    .flatMap((file) => readReadme(file) ?? []);
  const projects = ofKind('project').flatMap((file) => {
    const facts = readProject(file);
    return facts ? [{ file, facts }] : [];
  });
  const dvc = ofKind('dvc').map(readDvc);
  const containers = ofKind('container').map((file) => readContainer(lastPart(file.path), file));
  const own: readonly ProjectFacts[] = projects
    .filter(({ file }) => isOfFolder(file))
    .map(({ facts }) => facts);
  return {
    readme,
    mlmodels: ofKind('mlmodel').flatMap((file) => readMlModel(file) ?? []),
    dvc: {
      models: dvc.flatMap(({ models }) => models),
      data: dvc.flatMap(({ data }) => data),
      trainedOn: dvc.flatMap(({ trainedOn }) => trainedOn),
    },
    projects: own,
    requirements: [
      ...projects.flatMap(({ facts }) => facts.requirements),
      ...containers.flatMap(({ requirements }) => requirements),
    ],
    locked: ofKind('lock').flatMap((file) => readLock(lastPart(file.path), file)),
    images: containers.flatMap(({ images }) => images),
    compute: containers.flatMap(({ compute }) => compute),
    licences: [
      ...ofKind('licence').flatMap((file) => readLicence(file) ?? []),
      ...own.flatMap(({ license }) => license ?? []),
    ],
  };
}

/** A list as far as people read it. */
function most(items: readonly Item[]): ReturnType<typeof list> | undefined {
  if (items.length === 0) return undefined;
  const [last, ...before] = items.slice(0, MOST_ITEMS).reverse();
  const more = items.length - MOST_ITEMS;
  if (!last || more <= 0) return list(items);
  return list([
    ...before.reverse(),
    { ...last, above: [...(last.above ?? []), `${more} more are left out here`] },
  ]);
}

/** What a card begins with: what its values are from. */
const head = ({ answers, organization }: DraftInput): readonly string[] => [
  answers
    ? 'Drafted from answers and from what the files of this folder say; the comment behind or above a value names its source.'
    : 'Drafted from what the files of this folder say; the comment behind or above a value names its source. Check each line.',
  'What is marked TODO no file says: fill it in, or delete the key.',
  ...(organization
    ? [
        `It belongs to ${organization.id} (${organization.path}), the nearest organization above; nothing has to be written for that.`,
      ]
    : []),
];

/** What the files say of the head of a card. */
function shownIn(input: DraftInput, files = readFiles(input.files)): Shown {
  const { mlmodels, dvc, readme, projects } = files;
  return {
    calls: callsIn(input),
    projects,
    models: [...mlmodels, ...dvc.models, ...(readme ? [readme] : [])].map(({ at }) => at),
  };
}

/** What files call the system of a folder, other than the folder itself. */
export const nameIn = ({ files, repository }: Pick<DraftInput, 'files' | 'repository'>): Found | undefined =>
  projectName(repository, readFiles(files).projects);

/** What files say of a system before somebody is asked. */
export const suggest = (input: DraftInput): FoundHead => headFound(input, shownIn(input));

/**
 * The text of a card; undefined where no file says anything about AI, and nobody has said anything either. Pure: the
 * same input gives the same bytes.
 */
export function draftCard(input: DraftInput): string | undefined {
  const files = readFiles(input.files);
  const shown = shownIn(input, files);
  const { calls } = shown;
  const reads = readsIn(input);
  const { readme, mlmodels, dvc, licences, compute, ...packages } = files;
  const models = modelsIn({ calls, mlmodels, dvc });
  const datasets = datasetItems(
    datasetsIn({ calls, reads, dvc, readme, present: input.present ?? new Set() }),
  );
  const tools = toolItems({ ...packages, mlmodels, calls, reads, readme });
  const isSilent = [models, datasets.items, tools].every(({ length }) => length === 0) && !readme;
  if (isSilent && !input.answers) return undefined;
  return writeYaml(head(input), [
    ...headEntries(input, shown),
    entry(
      'models',
      most(modelItems(models, { system: input.id, readme, licences, datasetOf: datasets.idOf })) ??
        unknownModel(),
    ),
    entry('datasets', most(datasets.items)),
    resources(tools, said(compute)),
    entry('suppliers', most(supplierItems(calls, input))),
  ]);
}

/** Each thing once, with all the places that say it. */
const said = (facts: readonly Said[]): readonly Item[] =>
  [...groupBy(facts, ({ value }) => value)].map(([value, same]) => ({
    value: text(value, `from ${placesIn(same.map(({ at }) => at))}`),
  }));

function resources(tools: readonly Item[], compute: readonly Item[]): Entry | undefined {
  if (tools.length === 0 && compute.length === 0) return undefined;
  return entry('resources', map(entry('tools', most(tools)), entry('compute', most(compute))));
}

/** Which model it is nobody said: also its id is for people to give. */
const unknownModel = (): ReturnType<typeof list> =>
  list([
    {
      value: map(
        entry('id', todo('a short name for the model; no file says which one it is')),
        entry('task', todo('what the model does, such as text-classification')),
      ),
    },
  ]);
