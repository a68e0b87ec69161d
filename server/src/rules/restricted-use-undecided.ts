import { tr } from '../l10n/tr';
import { has } from '../model/located';
import { defineRule } from './rule';
import { currentSystem, harmsIn, isInUse } from './shared-assessment';

export const restrictedUseUndecided = defineRule({
  id: 'restricted-use-undecided',
  group: 'impact-assessment',
  severity: 'warning',
  basis: 'reading',
  requirement: 'A.5.3',
  summary:
    'A restricted use has begun, and nobody is named who allowed it or decided on what it does to people.',
  why: 'A restricted use is one the organization itself allows only on conditions. Somebody has to have allowed this one, knowing its harms.',
  help: 'Name who approved the assessment and when, and give each harm a `residual` with the decision and who made it; or set `restricted: false` if the use is not restricted.',
  message: {
    unapproved:
      'This use is restricted by your own rules, and the system is in use, but nobody is named who allowed it. Add `approvedBy` and `approvedOn`.',
    undecided:
      'This use is restricted by your own rules and was approved, but on no harm is a decision written down. Add `residual` with `decision` and `by`.',
    harmless:
      'This use is restricted by your own rules and was approved, but no harm is written down. Add what it was restricted for under `impacts`.',
  },
  on: 'assessment',
  check: (target, report) => {
    const { body } = target;
    const { restricted } = body.uses ?? {};
    const system = currentSystem(target);
    if (!system || restricted?.value !== true || !isInUse(system)) return;
    const where = { place: restricted.place, part: 'value' } as const;
    // A status other than none is looked at by `assessment-not-approved`.
    if (!has(body, 'approvedBy')) {
      if (!has(body, 'status')) report(where, { message: 'unapproved', absent: true });
      return;
    }
    // Nothing at all under `impacts` is `assessment-incomplete`.
    if (!body.impacts || body.impacts.items.length < body.impacts.written || body.impacts.written === 0)
      return;
    const harms = harmsIn(body);
    if (harms.length === 0) {
      if (body.impacts.items.every(({ nature }) => nature)) report(where, { message: 'harmless' });
      return;
    }
    // While measures are still under way, `harm-without-residual` waits; a restricted use does not.
    const waits = harms.every(
      (harm) =>
        !has(harm, 'residual') &&
        harm.measures?.items.some(({ status }) => status !== undefined && status.value !== 'done') === true,
    );
    if (waits)
      report(where, {
        message: 'undecided',
        absent: true,
        related: harms.flatMap(({ id }) =>
          id
            ? [{ place: id.place, part: 'value' as const, message: tr('No decision on harm {0}.', id.value) }]
            : [],
        ),
      });
  },
});
