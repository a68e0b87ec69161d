/** Numbers for the table. */

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
    : (sorted[Math.floor(middle)] ?? NaN);
}

/** Runs something a few times unmeasured, so that code is compiled, then so many times measured. */
export async function series(
  { warmUp, runs }: { readonly warmUp: number; readonly runs: number },
  once: () => Promise<number>,
): Promise<readonly number[]> {
  const values: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const value = await once();
    if (run >= 0) values.push(value);
  }
  return values;
}

const milliseconds = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : value >= 100 ? value.toFixed(0) : value.toFixed(1);

export interface Row {
  readonly step: string;
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly peer?: number | undefined;
}

/** Columns lined up: step, ours, the peer's, and how many times as long the peer takes. */
export function table(rows: readonly Row[], peer: string): string {
  const cells = [
    ['median, ms', 'ours', peer, 'times ours'],
    ...rows.map(({ step, ours, peer: theirs }) => [
      step,
      milliseconds(ours),
      milliseconds(theirs),
      theirs === undefined ? '' : (theirs / ours).toFixed(1),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
