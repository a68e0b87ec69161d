/** Which patterns are matched at all. */

/** A pattern beyond these bounds could take seconds to match; it matches nothing and is reported by its own rule. */
export const GLOB_LIMITS = { length: 256, doubleStars: 4 } as const;

export const isBoundedGlob = (pattern: string): boolean =>
  pattern.length <= GLOB_LIMITS.length && pattern.split('**').length - 1 <= GLOB_LIMITS.doubleStars;
