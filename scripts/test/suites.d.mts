export interface Counts {
  passed: number;
  failed: number;
}

export const SUITES: readonly { name: string; script: string; isBuild?: boolean }[];
export function countsIn(output: string): Counts | undefined;
export function tally(result: { code: number | null; output: string; isBuild?: boolean }): Counts;
