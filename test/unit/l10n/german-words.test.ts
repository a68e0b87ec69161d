import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Texts = Readonly<Record<string, string>>;
const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8')) as Texts;

/** English and German of the manifest stand in two files, by the same names. */
const manifest = Object.entries(read('package.nls.de.json')).map(
  ([name, german]) => [read('package.nls.json')[name] ?? '', german] as const,
);

/** Every text that is shown in German, with its English. */
const PAIRS: readonly (readonly [english: string, german: string])[] = [
  ...Object.entries(read('l10n/server.de.json')),
  ...Object.entries(read('l10n/bundle.l10n.de.json')),
  ...manifest,
];

/**
 * The glossary of docs/translating.md, as far as it can be checked: where the English says the one, the German says the
 * other. Words of the format stand in backticks and are left out of the English.
 */
const GLOSSARY: readonly (readonly [english: RegExp, german: RegExp])[] = [
  [/\bAI policy/, /KI-Leitlinie/],
  [/\bapprov/i, /frei(?:ge|zuge)?g[aei]b|\bfrei[.?]|risk-approver/i],
  [/\bcard\b(?! or)/, /karte/i],
  [/\bclauses?\b/, /Normabschnitt|`clauses`/],
  [/(?<!border |version |under |provider )\bcontrols?\b(?! character)/, /Maßnahme|\bcontrols?\b/],
  [/corrective action/, /Korrekturmaßnahme/],
  [/\bevidence\b(?! reliability)/, /nachweis|beleg|evidence/i],
  [/\bfindings?\b(?! money)/, /Befund/],
  [/\bgates?\b/, /\bGates?\b/i],
  [/\bharms?\b/, /Schaden|Schäden|schaden/],
  [/\bid\b/i, /\bIDs?\b|`id`|\biD\b/],
  [/impact assessment/, /olgenabschätzung/],
  [/internal audit/i, /interne[ns]? Audit/i],
  [/life cycle stage/, /Lebenszyklusphase/],
  [/management review/, /Managementbewertung/],
  [/nonconformit/i, /Nichtkonformität/],
  [/organization file/, /Organisationsdatei/],
  [/\boverdue\b/i, /überfällig/i],
  [/\bseverity\b/i, /Schweregrad/],
  [/Statement of Applicability/, /Erklärung zur Anwendbarkeit/],
  [/\bsuppliers?\b/i, /Lieferant/],
  [/\bsuspect\b/i, /fraglich/i],
  [/\btop management\b/i, /oberste[nr]? Leitung/],
  [/\bworkspace\b/i, /Arbeitsbereich/],
];

/** What was once written otherwise, or reads as translated by a machine; and why. */
const AVOIDED: readonly (readonly [text: RegExp, why: string])[] = [
  [/\bIds?\b/, 'the German word is ID'],
  [/\bWorkspace\b/, 'VS Code calls it Arbeitsbereich'],
  [/genehm/i, 'to approve is freigeben'],
  [/Datei der Organisation/, 'it is the Organisationsdatei'],
  [/\b(?:in|In) (?:der|jeder|einer) Karte\b/, 'something stands auf a card'],
  [/\b(?:du|dich|dir|dein\w*|euch|euer\w*)\b/i, 'readers are addressed as Sie'],
  [/ {2}|\s[,.;?]/, 'a blank too many'],
  [/'|“[^„]*“|„[^“]*$/, 'quotes are „ and “'],
  [/: [a-zäöü]+(?:en|tun|sind) Sie\b/, 'a sentence behind a colon begins with a capital'],
  [/\bArt\. \d+\(\d/, 'a paragraph of a law is Abs.'],
];

const wrong = (isWrong: (english: string, german: string) => boolean): readonly (readonly string[])[] =>
  PAIRS.filter(([english, german]) => isWrong(english, german));

describe('the German words', () => {
  for (const [english, german] of GLOSSARY)
    it(`for ${english.source} are ${german.source}`, () => {
      const says = (text: string): boolean => english.test(text.replace(/`[^`]*`|\{\w+\}|command:\S+/g, ''));
      assert.ok(
        PAIRS.some(([text]) => says(text)),
        'nothing in English says it any more',
      );
      assert.deepEqual(
        wrong((text, translated) => says(text) && !german.test(translated)),
        [],
      );
    });

  for (const [avoided, why] of AVOIDED)
    it(`are free of ${avoided.source}: ${why}`, () => {
      assert.deepEqual(
        wrong((_, german) => avoided.test(german)),
        [],
      );
    });

  it('quote as the English does: with straight quotes only what stands so in a file', () => {
    const inFiles = (text: string): readonly string[] => text.match(/"[^"]*"/g) ?? [];
    assert.deepEqual(
      wrong((english, german) => inFiles(german).some((quoted) => !english.includes(quoted))),
      [],
    );
  });
});
