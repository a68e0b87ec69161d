import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the tests compare the catalogue with: `[id, title]` pairs, and the facts of controls, clauses and stages. */
export interface Digest {
  readonly controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly guidance: string;
    readonly heading: string;
    readonly scope: string;
    readonly pdca: readonly string[];
    readonly clauses: readonly string[];
    readonly documented: boolean;
    readonly evidence: readonly string[];
  }[];
  readonly clauses: readonly {
    readonly id: string;
    readonly title: string;
    readonly pdca: string;
    readonly documented: string;
    readonly controls: readonly string[];
  }[];
  readonly stages: readonly {
    readonly id: string;
    readonly title: string;
    readonly expected: readonly string[];
    readonly also: readonly string[];
    readonly processes: readonly string[];
  }[];
  readonly groups: readonly Pair[];
  readonly halvesOfA6: readonly Pair[];
  readonly objectiveStatements: readonly string[];
  readonly annexCObjectives: readonly Pair[];
  readonly annexCRiskSources: readonly Pair[];
  readonly dimensions: readonly Pair[];
  readonly assessmentElements: readonly Pair[];
  readonly fria: { readonly appliesFrom: string; readonly elements: readonly Pair[] };
  readonly creditRoles: readonly Pair[];
}

type Pair = readonly [id: string, title: string];

const ROOT = new URL('../../../', import.meta.url);
const FACTS = new URL('../shared/facts/', ROOT);

/** The digest that is part of the repository. */
export const DIGEST = JSON.parse(
  readFileSync(new URL('test/fixtures/catalogue/ids-and-titles.json', ROOT), 'utf8'),
) as Digest;

/** The fact files beside the clone, where somebody keeps them there. */
export const hasFacts = (): boolean => existsSync(FACTS);

interface FactControl {
  id: string;
  title: string;
  guidance: string;
  group: string;
  scope: string;
  pdca: string;
  pdca_also: string[];
  clauses: string[];
  explicit_documentation: boolean;
  evidence: { kind: string; example: string }[];
}
interface Entry {
  id: string;
  title: string;
}
interface FactGroup extends Entry {
  objective_id: string;
  subgroups?: (Entry & { objective_id: string })[];
}

const pairs = (entries: readonly Entry[]): Pair[] => entries.map(({ id, title }) => [id, title]);
const read = (file: string): unknown => parse(readFileSync(new URL(file, FACTS), 'utf8'));

/** Makes the digest from the fact files. */
export function digestOfFacts(): Digest {
  const annexA = read('iso42001-annex-a.yaml') as { objectives: FactGroup[]; controls: FactControl[] };
  const clauses = read('iso42001-clauses.yaml') as {
    clauses: (Entry & { pdca: string; documented_information: string; controls?: string[] })[];
    annexes: { C: { objectives: Entry[]; risk_sources: Entry[] } };
  };
  const lifecycle = read('lifecycle.yaml') as {
    stages: (Entry & { expected_controls: string[]; also_applies: string[]; processes_5338: string[] })[];
  };
  const impact = read('impact-assessment-42005.yaml') as {
    dimensions: Entry[];
    elements: Entry[];
    fria: { applies_from: string; elements: { id: string; label: string }[] };
  };
  const credit = read('credit.yaml') as { roles: { id: string; name: string }[] };
  return {
    controls: annexA.controls.map((control) => ({
      id: control.id,
      title: control.title,
      guidance: control.guidance,
      heading: control.group,
      scope: control.scope,
      pdca: [control.pdca, ...control.pdca_also],
      clauses: control.clauses,
      documented: control.explicit_documentation,
      evidence: control.evidence.map(({ kind, example }) => `${kind}: ${example}`),
    })),
    clauses: clauses.clauses.map(
      ({ id, title, pdca, documented_information: documented, controls = [] }) => ({
        id,
        title,
        pdca,
        documented,
        controls,
      }),
    ),
    stages: lifecycle.stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      expected: stage.expected_controls,
      also: stage.also_applies,
      processes: stage.processes_5338,
    })),
    groups: pairs(annexA.objectives),
    halvesOfA6: pairs(annexA.objectives.flatMap(({ subgroups = [] }) => subgroups)),
    objectiveStatements: annexA.objectives.flatMap((group) =>
      (group.subgroups ?? [group]).map((part) => part.objective_id),
    ),
    annexCObjectives: pairs(clauses.annexes.C.objectives),
    annexCRiskSources: pairs(clauses.annexes.C.risk_sources),
    dimensions: pairs(impact.dimensions),
    assessmentElements: pairs(impact.elements),
    fria: {
      appliesFrom: impact.fria.applies_from,
      elements: impact.fria.elements.map(({ id, label }) => [id, label]),
    },
    creditRoles: credit.roles.map(({ id, name }) => [id, name]),
  };
}
