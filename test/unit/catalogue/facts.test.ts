import assert from 'node:assert/strict';
import { catalogue, type CatalogueEntry } from '../../../server/src/catalogue';
import { DIGEST, digestOfFacts, hasFacts } from './facts';

const pairs = (entries: Iterable<{ readonly id: string; readonly title: string }>): [string, string][] =>
  [...entries].map(({ id, title }) => [id, title]);

describe('catalogue: facts', () => {
  it('keeps the digest equal to the fact files where they lie beside the clone', () => {
    assert.equal(DIGEST.controls.length, 38);
    assert.equal(DIGEST.clauses.length, 43);
    if (hasFacts()) assert.deepEqual(DIGEST, digestOfFacts());
  });

  it('has 9 groups, 10 objective statements, 38 controls, 32 leaf clauses, 11 and 7 of Annex C, 8 stages', () => {
    const annexC = [...catalogue.annexC.values()];
    assert.deepEqual(
      {
        groups: catalogue.groups.size,
        objectives: catalogue.objectives.size,
        controls: catalogue.controls.size,
        leafClauses: catalogue.leafClauses.length,
        annexCObjectives: annexC.filter((entry) => entry.list === 'objective').length,
        riskSources: annexC.filter((entry) => entry.list === 'risk-source').length,
        stages: catalogue.stages.length,
        dimensions: catalogue.dimensions.length,
        creditRoles: catalogue.creditRoles.length,
      },
      {
        groups: 9,
        objectives: 10,
        controls: 38,
        leafClauses: 32,
        annexCObjectives: 11,
        riskSources: 7,
        stages: 8,
        dimensions: 8,
        creditRoles: 14,
      },
    );
  });

  it('splits the controls by scope into 7, 11 and 20', () => {
    const count = (scope: string): number =>
      [...catalogue.controls.values()].filter((control) => control.scope === scope).length;
    assert.deepEqual([count('organization'), count('both'), count('ai-system')], [7, 11, 20]);
  });

  it('says of every control what the facts say', () => {
    const controls = [...catalogue.controls.values()].map((control) => ({
      id: control.id,
      title: control.title,
      guidance: control.guidanceId,
      heading: catalogue.objectives.get(control.objective)?.heading,
      scope: control.scope,
      pdca: [control.pdca, ...control.pdcaAlso],
      clauses: control.clauses,
      documented: control.explicitDocumentation,
      evidence: control.evidence.map(({ kind, example }) => `${kind}: ${example}`),
    }));
    assert.deepEqual(controls, DIGEST.controls);
  });

  it('says of every clause what the facts say', () => {
    const clauses = [...catalogue.clauses.values()].map(
      ({ id, title, pdca, documentedInformation, controls }) => ({
        id,
        title,
        pdca,
        documented: documentedInformation,
        controls,
      }),
    );
    assert.deepEqual(clauses, DIGEST.clauses);
  });

  it('expects controls at the stages the facts name', () => {
    const stages = catalogue.stages.map(({ id, title, expectedControls, alsoApplies, processes }) => ({
      id,
      title,
      expected: expectedControls,
      also: alsoApplies,
      processes,
    }));
    assert.deepEqual(stages, DIGEST.stages);
  });

  it('has the other ids and titles exactly', () => {
    const annexC = [...catalogue.annexC.values()];
    const objectives = [...catalogue.objectives.values()];
    assert.deepEqual(pairs(catalogue.groups.values()), DIGEST.groups);
    assert.deepEqual(
      objectives.map(({ id }) => id),
      DIGEST.objectiveStatements,
    );
    assert.deepEqual(
      objectives.filter(({ group }) => group === 'A.6').map(({ heading, title }) => [heading, title]),
      DIGEST.halvesOfA6,
    );
    assert.deepEqual(pairs(annexC.filter(({ list }) => list === 'objective')), DIGEST.annexCObjectives);
    assert.deepEqual(pairs(annexC.filter(({ list }) => list === 'risk-source')), DIGEST.annexCRiskSources);
    assert.deepEqual(pairs(catalogue.dimensions), DIGEST.dimensions);
    assert.deepEqual(pairs(catalogue.impactAssessment.elements), DIGEST.assessmentElements);
    const { appliesFrom, elements } = catalogue.impactAssessment.fria;
    assert.deepEqual({ appliesFrom, elements: elements.map(({ id, label }) => [id, label]) }, DIGEST.fria);
    assert.deepEqual(
      catalogue.creditRoles.map(({ id, name }) => [id, name]),
      DIGEST.creditRoles,
    );
  });

  it('nests what it says it nests', () => {
    for (const group of catalogue.groups.values()) {
      assert.deepEqual(
        group.controls,
        [...catalogue.controls.values()].filter((control) => control.group === group.id).map(({ id }) => id),
      );
    }
    for (const clause of catalogue.clauses.values()) {
      for (const child of clause.children) assert.equal(catalogue.clauses.get(child)?.parent, clause.id);
      assert.equal(clause.leaf, clause.children.length === 0);
    }
    assert.deepEqual(
      [...catalogue.clauses.values()].filter(({ parent }) => parent === undefined).map(({ id }) => id),
      ['4', '5', '6', '7', '8', '9', '10'],
    );
  });

  it('cannot be changed by whoever reads it', () => {
    const entries: CatalogueEntry[] = [
      ...catalogue.controls.values(),
      ...catalogue.objectives.values(),
      ...catalogue.clauses.values(),
      ...catalogue.stages,
    ];
    for (const entry of entries) {
      assert.ok(Object.isFrozen(entry), entry.id);
      assert.ok(
        Object.values(entry).every((value) => Object.isFrozen(value)),
        entry.id,
      );
    }
  });
});
