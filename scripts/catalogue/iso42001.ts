import type { AnnexCEntry, Clause, Control, ControlGroup } from '../../server/src/catalogue/types';
import type { KnownIds } from './known-ids';
import { flag, list, oneOf, optional, record, text, textLike } from './shape';
import { CatalogueError, type Source } from './source';

const pdcaPhase = oneOf(['plan', 'do', 'check', 'act']);

const guidance = { asks: text, doNow: text, auditors: list(text, 2) };

const annexA = (known: KnownIds) =>
  record({
    groups: list(
      record({
        id: oneOf(known.GroupId),
        title: text,
        aim: text,
        objectives: list(
          record({
            id: oneOf(known.ObjectiveId),
            // Only A.6 has two halves with a heading and an aim of their own.
            aim: optional(text),
            heading: optional(record({ id: text, title: text })),
          }),
          1,
        ),
      }),
    ),
    controls: list(
      record({
        id: oneOf(known.ControlId),
        title: text,
        titleVariants: optional(list(text, 1)),
        objective: oneOf(known.ObjectiveId),
        guidanceId: textLike(/^B(\.\d+)+$/, 'an id of Annex B'),
        scope: oneOf(['organization', 'ai-system', 'both']),
        pdca: pdcaPhase,
        pdcaAlso: optional(list(pdcaPhase, 1)),
        clauses: list(oneOf(known.ClauseId), 1),
        explicitDocumentation: flag,
        ...guidance,
        confusedWith: optional(text),
        evidence: list(record({ kind: textLike(/^[a-z]+(-[a-z]+)*$/, 'in kebab-case'), example: text }), 1),
      }),
    ),
  });

/** Loads the groups of Annex A, each with its objective statements and controls. */
export function loadGroups(source: Source, known: KnownIds): ControlGroup[] {
  const { groups, controls } = source.read(annexA(known));
  return groups.map((group) => {
    const objectives = group.objectives.map(({ id, aim = group.aim, heading = group }) => ({
      kind: 'objective' as const,
      id,
      heading: heading.id,
      title: heading.title,
      group: group.id,
      aim,
      controls: controls.filter((control) => control.objective === id).map((control) => control.id),
    }));
    const { id, title, aim } = group;
    return {
      kind: 'group',
      id,
      title,
      aim,
      objectives,
      controls: objectives.flatMap((part) => part.controls),
    };
  });
}

/** Loads the controls of Annex A. */
export function loadControls(source: Source, known: KnownIds): Control[] {
  const { groups, controls } = source.read(annexA(known));
  return controls.map(({ titleVariants = [], pdcaAlso = [], ...control }) => {
    const group = groups.find(({ objectives }) => objectives.some(({ id }) => id === control.objective));
    if (!group)
      throw new CatalogueError(`${source.file}: ${control.id}: no group holds ${control.objective}`);
    return { kind: 'control', ...control, group: group.id, titleVariants, pdcaAlso };
  });
}

const clauseFile = (known: KnownIds) =>
  record({
    clauses: list(
      record({
        id: oneOf(known.ClauseId),
        title: text,
        pdca: pdcaPhase,
        pdcaAlt: optional(pdcaPhase),
        documentedInformation: oneOf(['none', 'required', 'conditional']),
        documentKind: optional(oneOf(['document', 'record', 'both'])),
        documentConfidence: optional(oneOf(['low', 'medium'])),
        controls: optional(list(oneOf(known.ControlId), 1)),
        ...guidance,
      }),
    ),
  });

/** Loads clauses 4 to 10; parent, children and leaf follow from the ids. */
export function loadClauses(source: Source, known: KnownIds): Clause[] {
  const parentOf = (id: string): string => id.replace(/\.?\d+$/, '');
  return source.read(clauseFile(known)).clauses.map(({ controls = [], ...clause }) => {
    if ((clause.documentKind === undefined) !== (clause.documentedInformation === 'none')) {
      throw new CatalogueError(`${source.file}: ${clause.id}: documentKind goes with documentedInformation`);
    }
    const parent = known.ClauseId.find((id) => id === parentOf(clause.id));
    const children = known.ClauseId.filter((id) => parentOf(id) === clause.id);
    return {
      kind: 'clause',
      ...clause,
      ...(parent && { parent }),
      children,
      leaf: children.length === 0,
      controls,
    };
  });
}

/** Loads Annex C: objectives an organization may have for AI, and where AI risk comes from. */
export function loadAnnexC(source: Source, known: KnownIds): AnnexCEntry[] {
  const entries = list(record({ id: oneOf(known.AnnexCId), title: text, explanation: text }));
  const { objectives, riskSources } = source.read(record({ objectives: entries, riskSources: entries }));
  return [
    ...objectives.map((entry) => ({ kind: 'annex-c' as const, ...entry, list: 'objective' as const })),
    ...riskSources.map((entry) => ({ kind: 'annex-c' as const, ...entry, list: 'risk-source' as const })),
  ];
}
