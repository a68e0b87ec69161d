import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numbersAgree } from '../../../server/src/evidence';

describe('figures on a card and in a report', () => {
  const cases: [card: string, report: string, agree: boolean | undefined][] = [
    ['0.87', '0.8712', true],
    ['0.87', '0.876', false],
    ['0.87', '0.874', true],
    ['0.87', '0.865', true],
    ['0.87', '0.8649999', false],
    ['0.87', '0.875', true],
    ['0.88', '0.875', true],
    ['0.870', '0.8712', false],
    ['0.870', '0.87', true],
    ['0.870', '0.8704', true],
    ['0.8712', '0.87', false],
    ['.87', '0.8700000000000001', true],
    ['0.3', '0.30000000000000004', true],
    ['8.7e-1', '0.8712', true],
    ['8.70E-1', '0.8712', false],
    ['0.87', '8.712e-1', true],
    ['1e3', '1200', true],
    ['1e3', '1600', false],
    ['20000', '20000.4', true],
    ['20000', '20001', false],
    ['-0', '0.0', true],
    ['-0.00', '0.004', true],
    ['0.00', '-0.004', true],
    ['-0.87', '0.87', false],
    ['+0.87', '0.87', true],
    ['0', '0.6', false],
    ['12345678901234567890', '12345678901234567891', false],
    ['0x1F', '31', true],
    ['0o17', '15', true],
    ['.inf', 'Infinity', true],
    ['-.inf', 'Infinity', false],
    ['.nan', 'NaN', true],
    ['0.87', 'NaN', false],
    ['0.87', 'Infinity', false],
    ['1e400', '1e400', true],
    ['1e400', '1.7e308', false],
    ['0.87', '1e-999', false],
    ['1e999999999', '1', undefined],
    ['0.87', '', undefined],
    ['', '0.87', undefined],
    ['.', '0', undefined],
    ['e5', '0', undefined],
    ['0.87', 'high', undefined],
    ['87%', '0.87', undefined],
    ['1_000', '1000', undefined],
    ['9'.repeat(200), '9'.repeat(200), undefined],
  ];
  for (const [card, report, agree] of cases) {
    it(`${card.slice(0, 30)} and ${report.slice(0, 30)}`, () =>
      assert.equal(numbersAgree(card, report), agree));
  }

  const figure = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(9)).map(([digits, decimals]) => ({
    digits,
    decimals,
    text: decimal(digits, decimals),
  }));

  it('agrees with itself, and with any rounding of itself', () => {
    fc.assert(
      fc.property(figure, fc.nat(9), ({ digits, decimals, text }, kept) => {
        assert.equal(numbersAgree(text, text), true);
        const decimalsKept = Math.min(kept, decimals);
        const rounded = roundHalfUp(digits, decimals - decimalsKept);
        assert.equal(numbersAgree(decimal(rounded, decimalsKept), text), true);
      }),
    );
  });

  it('does not agree with what is a whole last digit away', () => {
    fc.assert(
      fc.property(figure, ({ digits, decimals, text }) => {
        assert.equal(numbersAgree(decimal(digits + 1, decimals), text), false);
        assert.equal(numbersAgree(decimal(digits - 1, decimals), text), false);
      }),
    );
  });

  it('says the same of a number in scientific notation', () => {
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: -20, max: 20 }), (card, report, power) => {
        const shifted = `${report.digits}e${-report.decimals}`;
        assert.equal(numbersAgree(card.text, shifted), numbersAgree(card.text, report.text));
        const scaledCard = `${card.digits}e${power - card.decimals}`;
        const scaledReport = `${report.digits}e${power - report.decimals}`;
        assert.equal(numbersAgree(scaledCard, scaledReport), numbersAgree(card.text, report.text));
      }),
    );
  });

  it('answers whatever is written', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (card, report) => void numbersAgree(card, report)));
  });
});

/** `decimal(-5, 2)` is `-0.05`. */
function decimal(digits: number, decimals: number): string {
  const text = String(Math.abs(digits)).padStart(decimals + 1, '0');
  const sign = digits < 0 ? '-' : '';
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function roundHalfUp(digits: number, places: number): number {
  const unit = 10n ** BigInt(places);
  const twice = 2n * BigInt(Math.abs(digits)) + unit;
  return Math.sign(digits) * Number(twice / (2n * unit));
}
