/** Risk levels by the organization's own matrix. A missing scale or cell means we cannot know: undefined. */
import type { Organization } from './build';

type RiskMethod = Organization['risk'];

/** Something rated on the organization's scales: a risk, what is left of it, an impact. */
export interface Rating {
  readonly likelihood?: { readonly value: string } | undefined;
  readonly severity?: { readonly value: string } | undefined;
}

/** The level the matrix gives a rating. */
export function levelOf(method: RiskMethod, rating: Rating | undefined): string | undefined {
  const { likelihood, severity } = rating ?? {};
  if (!likelihood || !severity) return undefined;
  return method?.matrix?.entries.get(likelihood.value)?.entries.get(severity.value)?.value;
}

/** Is the rating's level above what the organization accepts without a named acceptance? Undefined: it cannot be said. */
export function isAboveAppetite(method: RiskMethod, rating: Rating | undefined): boolean | undefined {
  const levels = method?.levels?.items.map((level) => level.value) ?? [];
  const level = levels.indexOf(levelOf(method, rating) ?? '');
  const appetite = levels.indexOf(method?.acceptUpTo?.value ?? '');
  return level < 0 || appetite < 0 ? undefined : level > appetite;
}
