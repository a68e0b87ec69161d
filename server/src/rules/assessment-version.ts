import { tr } from '../l10n/tr';
import { isPlaceholder } from '../model/scalars';
import { smallestGap, versionGap } from '../model/version-gap';
import { defineRule } from './rule';
import { currentSystem, isDraft } from './shared-assessment';

export const assessmentVersion = defineRule({
  id: 'assessment-version',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'standard',
  requirement: '8.4',
  summary: 'The impact assessment was made for another version of the system.',
  why: 'What was found harmless in one version need not be so in the next. A new first number says the system changed a lot.',
  help: 'Look again at the assessment with the version in the card, then set `systemVersion`. Patches need no new look.',
  message:
    'This assessment was made for version {assessed}; the card is at {version}. Look again and set `systemVersion`.',
  on: 'assessment',
  check: (target, report) => {
    const system = currentSystem(target);
    const { version } = system?.body ?? {};
    const assessed = target.body.systemVersion;
    if (!system || !version || !assessed) return;
    if (isPlaceholder(version.value) || isPlaceholder(assessed.value)) return;
    // An assessment made ahead for the next version does not take away the one for this version.
    const gaps = system.assessments
      .filter(({ body }) => body.status?.value !== 'superseded' && body.status?.value !== 'rejected')
      .flatMap(({ body }) => (body.systemVersion ? versionGap(body.systemVersion.value, version.value) : []));
    const gap = smallestGap(gaps);
    if (gap === undefined || gap === 'none' || gap === 'patch') return;
    report(
      { place: assessed.place, part: 'value' },
      {
        severity: gap === 'major' && !isDraft(target.body) ? 'warning' : 'info',
        args: { assessed: assessed.value, version: version.value },
        related: [{ place: version.place, part: 'value', message: tr('The version of the system.') }],
      },
    );
  },
});
