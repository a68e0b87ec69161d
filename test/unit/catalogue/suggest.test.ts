import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catalogue, suggestControlId } from '../../../server/src/catalogue';

const shown = (text: string): string | undefined => {
  const suggestion = suggestControlId(text);
  if (!suggestion) return undefined;
  return `${suggestion.kind} ${suggestion.kind === 'not-a-control' ? suggestion.entry.id : suggestion.id}`;
};

const expectAll = (expected: Record<string, string | undefined>): void => {
  for (const [text, suggestion] of Object.entries(expected)) assert.equal(shown(text), suggestion, text);
};

describe('catalogue: did you mean, for control ids', () => {
  it('takes the id of a control for what it is, though ISO/IEC 27001 has it too', () => {
    for (const id of catalogue.controls.keys()) assert.equal(shown(id), `exact ${id}`);
  });

  it('reads other spellings of an id', () => {
    expectAll({
      'a.6.2.4': 'variant A.6.2.4',
      '6.2.4': 'variant A.6.2.4',
      'B.6.2.4': 'variant A.6.2.4',
      'A 6.2.4': 'variant A.6.2.4',
      ' A.6.2.4 ': 'variant A.6.2.4',
      'A.6.2.4.': 'variant A.6.2.4',
      'A-6-2-4': 'variant A.6.2.4',
      A624: 'variant A.6.2.4',
      'A.06.02.04': 'variant A.6.2.4',
      'A.6..2.4': 'variant A.6.2.4',
      'Annex A.6.2.4': 'variant A.6.2.4',
      'ISO/IEC 42001:2023 A.8.3': 'variant A.8.3',
      '\u0410.6.2.4': 'variant A.6.2.4',
      '\u0430.6.2.4': 'variant A.6.2.4',
      'A.6.\u200b2.4': 'variant A.6.2.4',
      '\uff21\uff0e\uff16\uff0e\uff12\uff0e\uff14': 'variant A.6.2.4',
      'A.1O.2': 'variant A.10.2',
      'A.l0.2': 'variant A.10.2',
    });
  });

  it('says so when a bare number is a clause as well', () => {
    assert.deepEqual(suggestControlId('6.1.2'), { kind: 'variant', id: 'A.6.1.2', clause: '6.1.2' });
    assert.deepEqual(suggestControlId('6.2.4'), { kind: 'variant', id: 'A.6.2.4' });
  });

  it('reads titles, known variants of them and near misses', () => {
    for (const control of catalogue.controls.values()) {
      for (const title of [control.title, ...control.titleVariants]) {
        assert.equal(shown(title), `variant ${control.id}`, title);
        assert.equal(shown(title.toUpperCase()), `variant ${control.id}`);
        assert.equal(shown(`${control.id} ${title}`), `variant ${control.id}`);
      }
    }
    expectAll({
      'Processes for responsible design and development of AI systems': 'variant A.6.1.3',
      'data provenence': 'near A.7.5',
      'verification and validation': 'near A.6.2.4',
      deployment: 'near A.6.2.5',
    });
  });

  it('recognises ids of ISO/IEC 27001', () => {
    expectAll({
      'A.5.1': 'iso27001 A.5.1',
      'A.5.37': 'iso27001 A.5.37',
      'A.8.35': undefined,
      'A.6.8': 'iso27001 A.6.8',
      'A.7.14': 'iso27001 A.7.14',
      'A.8.15': 'iso27001 A.8.15',
      'a.8.15 Logging': 'iso27001 A.8.15',
      '8.15': 'iso27001 A.8.15',
      'A.12.4.1': 'iso27001 A.12.4.1',
      'A.12.4.5': undefined,
      'ISO27001-A.8.3': 'iso27001 A.8.3',
      'ISO/IEC 27001:2022 A.8.3': 'iso27001 A.8.3',
      'ISO27001-A.9.99': undefined,
    });
    assert.deepEqual(suggestControlId('A.8.15'), {
      kind: 'iso27001',
      id: 'A.8.15',
      edition: '2022',
      additionalKey: 'ISO27001-A.8.15',
    });
  });

  it('names what the standard has under an id that is no control', () => {
    expectAll({
      'A.2': 'not-a-control A.2',
      'A.6.2': 'not-a-control A.6.2.1',
      'A.6.1.1': 'not-a-control A.6.1.1',
      'A.9.1': 'not-a-control A.9.1',
      'C.2.5': 'not-a-control C.2.5',
      '9.1': 'not-a-control 9.1',
    });
  });

  it('mends one slip when it leads to one control only', () => {
    expectAll({
      'AA.6.2.4': 'near A.6.2.4',
      'A.6.2.44': 'near A.6.2.4',
      'A.6.2.4: verification': 'near A.6.2.4',
      'A.6.2.9': undefined, // as close to all seven of A.6.2
      'A.9.5': undefined,
    });
  });

  it('keeps silent when nothing is close or number and title disagree', () => {
    const strangers = [
      '',
      ' ',
      'A',
      'A.',
      '.',
      '1',
      'owner',
      'data',
      'risk',
      'R1',
      '2026-03-10',
      'GOVERN 1.1',
      'B.9.9',
    ];
    const names = [
      'constructor',
      '__proto__',
      'toString',
      'A.8.3 Information access restriction',
      'A.'.repeat(500),
    ];
    for (const text of [...strangers, ...names]) assert.equal(shown(text), undefined, text);
  });

  it('never throws and names only what exists', () => {
    const idLike = fc.stringMatching(/^[AaBC]?[. -]?\d{0,2}([. -]\d{1,2}){0,4}[a-z ]{0,3}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), idLike), (text) => {
        const suggestion = suggestControlId(text);
        if (suggestion && suggestion.kind !== 'iso27001' && suggestion.kind !== 'not-a-control') {
          assert.ok(catalogue.controls.has(suggestion.id));
          assert.equal(suggestion.kind === 'exact', catalogue.controls.has(text));
        }
      }),
      { numRuns: 500 },
    );
  });
});
