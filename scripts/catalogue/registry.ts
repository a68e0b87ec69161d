import { loadCreditRoles } from './credit';
import { loadAiAct, loadGuides, loadNist, loadShared } from './frameworks';
import { loadImpactAssessment } from './impact-assessment';
import { loadAnnexC, loadClauses, loadControls, loadGroups } from './iso42001';
import type { KnownIds } from './known-ids';
import { loadStages } from './lifecycle';
import type { Source } from './source';

/** Generated modules, below `server/src/catalogue`. */
export const MODULES = ['data.generated.ts', 'frameworks/data.generated.ts'] as const;

/** One constant of a generated module. A new data file is one entry here and one `load`. */
export interface DataFile {
  readonly module: (typeof MODULES)[number];
  /** Path below `server/data`. */
  readonly file: string;
  readonly exportName: string;
  /** TypeScript type of the constant. */
  readonly type: string;
  /** Names in `type` to import, and the module they come from (relative to the generated one). */
  readonly imports: { readonly names: readonly string[]; readonly from: string };
  /** Checks the file and shapes it. Throws CatalogueError with file and key. */
  readonly load: (source: Source, known: KnownIds) => unknown;
}

const listOf = (name: string, file: string, exportName: string, load: DataFile['load']): DataFile => ({
  module: 'data.generated.ts',
  file,
  exportName,
  type: `readonly ${name}[]`,
  imports: { names: [name], from: './types' },
  load,
});

const framework = (type: string, file: string, exportName: string, load: DataFile['load']): DataFile => ({
  module: 'frameworks/data.generated.ts',
  file: `frameworks/${file}`,
  exportName,
  type,
  imports: { names: [type], from: './types' },
  load,
});

/** Everything that is compiled, in the order it is written. */
export const DATA_FILES: readonly DataFile[] = [
  listOf('ControlGroup', 'iso42001/annex-a.yaml', 'groups', loadGroups),
  listOf('Control', 'iso42001/annex-a.yaml', 'controls', loadControls),
  listOf('Clause', 'iso42001/clauses.yaml', 'clauses', loadClauses),
  listOf('AnnexCEntry', 'iso42001/annex-c.yaml', 'annexC', loadAnnexC),
  listOf('Stage', 'lifecycle.yaml', 'stages', loadStages),
  listOf('CreditRole', 'credit.yaml', 'creditRoles', loadCreditRoles),
  {
    module: 'data.generated.ts',
    file: 'impact-assessment.yaml',
    exportName: 'impactAssessment',
    type: 'ImpactAssessmentGuide',
    imports: { names: ['ImpactAssessmentGuide'], from: './types' },
    load: loadImpactAssessment,
  },
  framework('RawTable', 'nist-ai-rmf.yaml', 'nist', loadNist),
  framework('RawAiAct', 'eu-ai-act.yaml', 'aiAct', loadAiAct),
  framework('RawShared', 'iso-27001.yaml', 'iso27001', loadShared),
  framework('RawShared', 'iso-9001.yaml', 'iso9001', loadShared),
  framework('RawGuides', 'related.yaml', 'guides', loadGuides),
];
