/** Explains what the standard has an id for. */
import { catalogue, firstStageDue, requirementTitle } from '../../catalogue';
import type {
  AnnexCEntry,
  CatalogueEntry,
  Clause,
  Control,
  ControlGroup,
  ControlObjective,
  PdcaPhase,
  Stage,
} from '../../catalogue';
import type { Paint } from '../terminal';
import { clauseExample, controlExample } from './example';
import { explainCrosswalk } from './framework';
import { keysServing } from './key';
import { bullets, heading, joinParts, paragraph } from './parts';

export interface Manner {
  readonly paint: Paint;
  /** Is all to be said of other frameworks? */
  readonly isFull: boolean;
}

const PHASES: Readonly<Record<PdcaPhase, string>> = { plan: 'Plan', do: 'Do', check: 'Check', act: 'Act' };

const SCOPES: Readonly<Record<Control['scope'], string>> = {
  organization: 'answered by the organization',
  'ai-system': 'answered by each AI system',
  both: 'answered by the organization, unless a system has a row of its own',
};

const withTitle = (id: string): string =>
  `${id} ${requirementTitle(id) ?? catalogue.groups.get(id)?.title ?? ''}`.trim();

const keyList = (id: string): readonly string[] => bullets('Keys that give evidence for it', keysServing(id));

function control(entry: Control, { paint, isFull }: Manner): string {
  const stage = entry.scope === 'organization' ? undefined : firstStageDue(entry.id);
  return joinParts(
    heading(paint, entry.id, entry.title, ['control', `phase ${PHASES[entry.pdca]}`, SCOPES[entry.scope]]),
    entry.asks,
    paragraph('What to do', entry.doNow),
    controlExample(entry),
    stage
      ? `When: a system owes it from the stage ${stage.id} on. That is our reading; the standard sets no stage.`
      : [],
    bullets('What auditors usually accept', entry.auditors),
    bullets(
      'Evidence that fits',
      entry.evidence.map(({ kind, example }) => `${kind}: ${example}`),
    ),
    keyList(entry.id),
    bullets('Clauses it helps to meet', entry.clauses.map(withTitle)),
    paragraph('Beware', entry.confusedWith),
    explainCrosswalk(entry.id, paint, isFull),
  );
}

const DOCUMENTED: Readonly<Record<Clause['documentedInformation'], string>> = {
  none: 'nothing has to be written down',
  required: 'has to be written down',
  conditional: 'written down as far as you need it to trust that things ran as planned',
};

const clause = (entry: Clause, { paint, isFull }: Manner): string =>
  joinParts(
    heading(paint, entry.id, entry.title, [
      'clause',
      `phase ${PHASES[entry.pdca]}`,
      DOCUMENTED[entry.documentedInformation],
    ]),
    entry.asks,
    paragraph('What to do', entry.doNow),
    entry.children.length > 0 ? [] : clauseExample(entry),
    bullets('What auditors usually accept', entry.auditors),
    bullets('Clauses below', entry.children.map(withTitle)),
    keyList(entry.id),
    bullets('Controls that help', entry.controls.map(withTitle)),
    explainCrosswalk(entry.id, paint, isFull),
  );

const group = (entry: ControlGroup, paint: Paint): string =>
  joinParts(
    heading(paint, entry.id, entry.title, ['group of controls']),
    entry.aim,
    bullets('Controls', entry.controls.map(withTitle)),
  );

const objective = (entry: ControlObjective, paint: Paint): string =>
  joinParts(
    heading(paint, entry.id, entry.title, ['objective of controls', `group ${entry.group}`]),
    entry.aim,
    bullets('Controls that serve it', entry.controls.map(withTitle)),
  );

const annexC = (entry: AnnexCEntry, paint: Paint): string =>
  joinParts(
    heading(paint, entry.id, entry.title, [
      entry.list === 'objective' ? 'possible objective (Annex C)' : 'possible source of risk (Annex C)',
    ]),
    entry.explanation,
  );

const stage = (entry: Stage, paint: Paint): string =>
  joinParts(
    heading(paint, entry.id, entry.title, [
      'life cycle stage',
      `${entry.order} of ${catalogue.stages.length}`,
    ]),
    entry.what,
    bullets('Controls due from here on (our reading)', dueAt(entry).map(withTitle)),
    bullets('Evidence it is expected to bring', entry.expectedEvidence),
    bullets('Processes of ISO/IEC 5338', entry.processes),
    paragraph('Note', entry.note),
  );

const dueAt = (entry: Stage): readonly string[] =>
  entry.expectedControls.filter((id) => firstStageDue(id)?.id === entry.id);

export function explainEntry(entry: CatalogueEntry, manner: Manner): string {
  const { paint } = manner;
  switch (entry.kind) {
    case 'control':
      return control(entry, manner);
    case 'clause':
      return clause(entry, manner);
    case 'group':
      return group(entry, paint);
    case 'objective':
      return objective(entry, paint);
    case 'annex-c':
      return annexC(entry, paint);
    case 'stage':
      return stage(entry, paint);
  }
}
