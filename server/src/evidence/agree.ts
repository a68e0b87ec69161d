/** Does the figure on a card agree with the one in a report? Exact decimal arithmetic on what is written. */

type Figure =
  | { readonly kind: 'finite'; readonly digits: bigint; readonly exponent: number }
  | { readonly kind: 'infinite'; readonly negative: boolean }
  | { readonly kind: 'not-a-number' };

const DECIMAL = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;
const INTEGER_OF_BASE = /^(?:0o[0-7]+|0x[0-9a-f]+)$/i;
const INFINITY = /^([-+]?)(?:\.inf|infinity)$/i;

/** Longer figures are none anybody measured, and exact arithmetic on them would take its time. */
const MAX_LENGTH = 100;
const MAX_EXPONENT = 1_000;

/**
 * A card rounds: it agrees where the report's figure, rounded to the last digit the card writes, can give the card's.
 * So 0.87 agrees with 0.8712 and not with 0.876, and 0.870 not with 0.8712. On the boundary (0.875) both neighbours
 * agree, because tools round halves in both ways. `1e3` writes one digit: its last is the thousands.
 *
 * @param card as written, e.g. `0.870` or `8.7e-1`
 * @returns `undefined` where one of them is no number we can compare
 */
export function numbersAgree(card: string, report: string): boolean | undefined {
  const [claimed, measured] = [figureOf(card.trim()), figureOf(report.trim())];
  if (!claimed || !measured) return undefined;
  if (claimed.kind === 'finite' && measured.kind === 'finite') {
    const exponent = Math.min(claimed.exponent, measured.exponent);
    const lastDigit = 10n ** BigInt(claimed.exponent - exponent);
    const distance = scaled(claimed, exponent) - scaled(measured, exponent);
    return 2n * (distance < 0n ? -distance : distance) <= lastDigit;
  }
  if (claimed.kind === 'infinite' && measured.kind === 'infinite')
    return claimed.negative === measured.negative;
  return claimed.kind === measured.kind;
}

function scaled(figure: Extract<Figure, { kind: 'finite' }>, exponent: number): bigint {
  return figure.digits * 10n ** BigInt(figure.exponent - exponent);
}

/** Numbers as JSON, YAML 1.2 and Python write them. */
function figureOf(text: string): Figure | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (/^\.?nan$/i.test(text)) return { kind: 'not-a-number' };
  const infinite = INFINITY.exec(text);
  if (infinite) return { kind: 'infinite', negative: infinite[1] === '-' };
  if (INTEGER_OF_BASE.test(text)) return { kind: 'finite', digits: BigInt(text), exponent: 0 };
  const [, sign, whole = '', fraction = '', power = '0'] = DECIMAL.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '' || Math.abs(Number(power)) > MAX_EXPONENT)
    return undefined;
  const digits = BigInt(whole + fraction);
  return {
    kind: 'finite',
    digits: sign === '-' ? -digits : digits,
    exponent: Number(power) - fraction.length,
  };
}
