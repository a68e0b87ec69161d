/** The days of a certificate as the organization wrote them. */
import type { CertificationDates } from '../model/certification-cycle';
import type { Organization } from '../model/build';
import { has } from '../model/located';
import { dayOf } from './shared-due';

type Certification = NonNullable<Organization['certification']>;

/** Undefined where the decision is not dated, or a day is written so that it cannot be read. */
export function datesOf(certification: Certification): CertificationDates | undefined {
  const { surveillance } = certification;
  const initialDecision = dayOf(certification.initialDecisionOn);
  const expires = dayOf(certification.expires);
  const recertification = dayOf(certification.recertification);
  const days = surveillance?.items.flatMap((day) => dayOf(day) ?? []) ?? [];
  const isUnclear =
    (has(certification, 'expires') && expires === undefined) ||
    (has(certification, 'recertification') && recertification === undefined) ||
    (has(certification, 'surveillance') && days.length !== surveillance?.written);
  return initialDecision === undefined || isUnclear
    ? undefined
    : { initialDecision, expires, recertification, surveillance: days };
}
