import { duenessOf, type Outlook } from '../model/calendar';
import { cycleAt } from '../model/certification-cycle';
import { has, type Place } from '../model/located';
import { addDuration, parseDuration, type Day } from '../model/scalars';
import type { OrganizationEntry } from '../workspace/snapshot';
import { defineRule, type RuleContext } from './rule';
import { areDaysKnown, heldAudits, touches, type Audit } from './shared-audit';
import { partsInUse } from './shared-audit-parts';
import { datesOf } from './shared-certification';
import { dayOf } from './shared-due';
import { asksForMore } from './shared-subject';

interface Gap {
  readonly message: string;
  readonly parts: readonly string[];
  readonly on: Day;
  readonly since: Day;
}

interface Programme {
  readonly held: readonly { readonly audit: Audit; readonly on: Day }[];
  /** Audits that lie ahead. */
  readonly planned: readonly { readonly audit: Audit; readonly on: Day }[];
}

/** What has been audited and will be; undefined where an audit does not say when it was held or what it covers. */
function programmeOf({ body }: OrganizationEntry, date: Day): Programme | undefined {
  const { internalAudits } = body;
  if (!internalAudits || !areDaysKnown(internalAudits)) return undefined;
  const held = heldAudits(internalAudits.items, date);
  const planned = internalAudits.items.flatMap((audit) => {
    const on = has(audit, 'performed') ? undefined : dayOf(audit.planned);
    return on !== undefined && on >= date ? [{ audit, on }] : [];
  });
  const isClear = [...held, ...planned].every(
    ({ audit: { covers } }) => covers && covers.items.length > 0 && covers.items.length === covers.written,
  );
  return held.length > 0 && isClear ? { held, planned } : undefined;
}

/** By `auditCycle`: each part again within that time of its last audit, or of the first audit of all. */
function byInterval({ held, planned }: Programme, parts: readonly string[], cycle: string, outlook: Outlook) {
  const every = parseDuration(cycle);
  const first = held[0]?.on;
  if (!every || first === undefined) return undefined;
  const gaps = parts.flatMap((part) => {
    const since = held.filter(({ audit }) => touches(audit, part)).at(-1)?.on ?? first;
    const on = addDuration(since, every);
    const dueness = duenessOf(on, outlook, since);
    const isPlanned = planned.some((each) => each.on <= on && touches(each.audit, part));
    return dueness === 'later' || (dueness === 'soon' && isPlanned) ? [] : [{ part, on, since, dueness }];
  });
  const worst = gaps.some(({ dueness }) => dueness === 'overdue') ? 'overdue' : 'soon';
  const named = gaps.filter(({ dueness }) => dueness === worst).sort((a, b) => (a.on < b.on ? -1 : 1));
  const [earliest] = named;
  if (!earliest) return undefined;
  return { message: worst, parts: named.map(({ part }) => part), on: earliest.on, since: earliest.since };
}

/** By the certificate: in the last year of its cycle, what no audit of the cycle covers, held or planned. */
function byCertificate(
  { body }: OrganizationEntry,
  { held, planned }: Programme,
  parts: readonly string[],
  date: Day,
): Gap | undefined {
  const dates = body.certification && datesOf(body.certification);
  const cycle = dates && cycleAt(dates, date);
  if (cycle?.ends === undefined || addDuration(date, { count: 1, unit: 'year' }) <= cycle.ends)
    return undefined;
  const { begins, ends } = cycle;
  const ofCycle = [...held, ...planned].filter(({ on }) => on >= begins && on <= ends);
  const open = parts.filter((part) => !ofCycle.some(({ audit }) => touches(audit, part)));
  // Without any audit of the cycle, its clauses are open, which is said elsewhere.
  if (ofCycle.length === 0 || open.length === 0) return undefined;
  return { message: 'certificate', parts: open, on: ends, since: begins };
}

function gapAt(organization: OrganizationEntry, context: RuleContext): Gap | undefined {
  const programme = programmeOf(organization, context.date);
  if (!programme) return undefined;
  const parts = partsInUse(organization, context);
  const { auditCycle } = organization.body;
  if (has(organization.body, 'auditCycle'))
    return auditCycle && byInterval(programme, parts, auditCycle.value, context);
  return byCertificate(organization, programme, parts, context.date);
}

export const auditCoverageGap = defineRule({
  id: 'audit-coverage-gap',
  group: 'management-cycle',
  severity: 'warning',
  basis: 'standard',
  requirement: '9.2.2',
  summary:
    'A part of the management system that no internal audit covers within the time planned for all of it.',
  why: 'One audit need not look at everything; the programme as a whole does. Within what time is your own plan: `auditCycle`. Without it the last year of a certificate is looked at, for that is when the cycle ends.',
  help: 'Plan an audit that covers what is named: add it under `internalAudits` with `planned` and `covers`. Part of a clause or group is enough to count.',
  message: {
    overdue:
      'Internal audits were to cover {parts} by {on}, and the last that did is too long ago or was never held. Plan one.',
    soon: 'By {on} an internal audit is to cover {parts}, and none is planned for it.',
    certificate:
      'The certificate runs until {on}, and no internal audit since {since}, held or planned, covers {parts}. Plan one.',
  },
  on: 'organization',
  check: (organization, report, context) => {
    const gap = asksForMore(organization) ? gapAt(organization, context) : undefined;
    const { internalAudits, auditCycle } = organization.body;
    if (!gap || !internalAudits) return;
    const place: Place = auditCycle?.place ?? internalAudits.place;
    report(
      { place, part: auditCycle ? 'value' : 'key' },
      {
        message: gap.message,
        ...(gap.message === 'overdue' ? {} : { severity: 'info' }),
        due: gap.on,
        args: { parts: gap.parts.join(', '), on: gap.on, since: gap.since },
      },
    );
  },
});
