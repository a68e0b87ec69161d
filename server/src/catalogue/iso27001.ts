/** ISO/IEC 27001:2022 Annex A: controls in A.5 (organizational), A.6 (people), A.7 (physical), A.8 (technological). */
const CONTROLS_2022: Readonly<Record<number, number>> = { 5: 37, 6: 8, 7: 14, 8: 34 };

/**
 * ISO/IEC 27001:2013 Annex A: controls in each section (A.5.1, A.9.1, A.9.2, …). Its A.6.1.x and A.6.2.x are left out:
 * where ISO/IEC 42001 itself counts that deep, a number is one of its own or a slip.
 */
const CONTROLS_2013: Readonly<Record<number, readonly number[]>> = {
  5: [2],
  7: [2, 3, 1],
  8: [4, 3, 3],
  9: [2, 6, 1, 5],
  10: [2],
  11: [6, 9],
  12: [4, 1, 1, 4, 1, 2, 1],
  13: [3, 4],
  14: [3, 9, 1],
  15: [3, 2],
  16: [7],
  17: [3, 1],
  18: [5, 3],
};

/** Edition of ISO/IEC 27001 whose Annex A has a control with these numbers after the `A`; undefined if none has. */
export function editionWithControl(numbers: readonly number[]): '2022' | '2013' | undefined {
  const [theme = 0, second = 0, third] = numbers;
  const within = (number: number, count: number | undefined): boolean =>
    number >= 1 && number <= (count ?? 0);
  if (numbers.length === 2 && within(second, CONTROLS_2022[theme])) return '2022';
  if (numbers.length === 3 && within(third ?? 0, CONTROLS_2013[theme]?.[second - 1])) return '2013';
  return undefined;
}
