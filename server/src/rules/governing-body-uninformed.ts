import { tr } from '../l10n/tr';
import { addKey } from '../fixes/yaml';
import { has } from '../model/located';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

export const governingBodyUninformed = defineRule({
  id: 'governing-body-uninformed',
  group: 'management-cycle',
  severity: 'hint',
  basis: 'practice',
  requirement: '5.1',
  summary: 'A governing body is named, and not who gets its reports on AI.',
  why: 'A board can only answer for what it hears of (ISO/IEC 38507, which is guidance).',
  help: 'Say under `reports` who gets them, such as the board or its risk committee.',
  message: 'Who gets reports on AI? Say it under `reports`, such as the board or its risk committee.',
  on: 'organization',
  check: (organization, report) => {
    const { governingBody } = organization.body;
    if (!asksForMore(organization) || !governingBody || governingBody.keys.size === 0) return;
    if (has(governingBody, 'reports')) return;
    report(
      { place: governingBody.place, part: 'key' },
      { absent: true, data: { block: governingBody.place } },
    );
  },
  fixes: ({ data }, { snapshot }) =>
    addKey(snapshot, data.block, 'reports', 'TODO', tr('Add who gets the reports, to fill in')),
});
