/** What the things with ids are called. */
import { tr, translatable } from '../l10n/tr';
import type { EntityKind } from './field';

const WORDS: Readonly<Record<EntityKind, string>> = {
  person: translatable('person'),
  organization: translatable('organization'),
  system: translatable('system'),
  risk: translatable('risk'),
  impact: translatable('impact'),
  party: translatable('party'),
  dataset: translatable('dataset'),
  model: translatable('model'),
  supplier: translatable('supplier'),
  objective: translatable('objective'),
  need: translatable('need'),
  audit: translatable('audit'),
  nonconformity: translatable('nonconformity'),
  monitoring: translatable('monitoring'),
  profile: translatable('profile'),
  assessment: translatable('assessment'),
  incident: translatable('incident'),
};

/** In the singular, without an article. */
export const entityWord = (kind: EntityKind): string => tr(WORDS[kind]);
