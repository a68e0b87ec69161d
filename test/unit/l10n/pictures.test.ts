import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join('media', 'walkthrough');
const GERMAN = join(FOLDER, 'de');
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

/** The picture without words; a long one may be drawn smaller. */
const drawn = (svg: string): string => svg.replace(/>[^<>\n]+</g, '><').replace(/ font-size="11"/g, '');

const words = (svg: string): readonly string[] =>
  [...svg.matchAll(/>([^<>\n]+)</g)].map(([, word = '']) => word);

/** What stands so in a file, on the command line, or is an id. */
const isFormat = (word: string): boolean => /^(?:[\w-]+:|deployment|aims check|(?:A\.)?[\d.]+)$/.test(word);

describe('the pictures of the walkthrough in German', () => {
  for (const file of readdirSync(GERMAN))
    it(`differ from the English in words alone: ${file}`, () => {
      const [english, german] = [read(FOLDER, file), read(GERMAN, file)];
      assert.equal(drawn(german), drawn(english));
      const left = words(german).filter((word) => words(english).includes(word) && !isFormat(word));
      assert.deepEqual(left, []);
    });

  it('are there for each picture with words that are not of the format', () => {
    const texts = JSON.parse(readFileSync('package.nls.de.json', 'utf8')) as Readonly<Record<string, string>>;
    const named = Object.values(texts).filter((text) => text.endsWith('.svg'));
    assert.deepEqual(
      named.sort(),
      readdirSync(GERMAN)
        .sort()
        .map((file) => `media/walkthrough/de/${file}`),
    );
  });
});
