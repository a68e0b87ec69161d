import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownAnchors } from '../../../server/src/evidence/markdown';
import { plainText, slugOf, Slugger } from '../../../server/src/evidence/slug';
import { answer, said } from './support/find';

const ids = (text: string): string[] => markdownAnchors(text).map(({ id }) => id);

describe('slugs of headings', () => {
  const slugs: Readonly<Record<string, string>> = {
    Results: 'results',
    'Results of 2026': 'results-of-2026',
    'What it is not!': 'what-it-is-not',
    'A.6.2.4 Verification': 'a624-verification',
    'R&D, costs (2026)': 'rd-costs-2026',
    'R&amp;D': 'rd',
    'Hello  world': 'hello--world',
    'Plan - Do': 'plan---do',
    'Größe über Maß': 'größe-über-maß',
    ÀÉÎ: 'àéî',
    'Привет, мир': 'привет-мир',
    你好世界: '你好世界',
    'e\u0301te\u0301': 'e\u0301te\u0301',
    'snake_case name': 'snake_case-name',
    '_emphasis_ and __strong__': 'emphasis-and-strong',
    '**Bold** *it* ~~gone~~': 'bold-it-gone',
    '`code_x` and ``a ` b``': 'code_x-and-a--b',
    '`__init__`': '__init__',
    '[link](https://example.org) text': 'link-text',
    '[link](a_(b)) text': 'link-text',
    '[link][ref] text': 'link-text',
    '[loose] text': 'loose-text',
    '[![badge](x.svg)](y) Title': 'title',
    'Title ![logo](x.png)': 'title',
    '🎉 Party': '-party',
    ':tada: Party': 'tada-party',
    'a\\_b \\* c': 'a_b--c',
    '<b>Bold</b> move': 'bold-move',
    '<a id="x"></a>Title': 'title',
    'C++ & C#': 'c--c',
    İstanbul: 'i\u0307stanbul',
    '½ ² ①': '--',
  };
  for (const [heading, slug] of Object.entries(slugs)) {
    it(heading, () => assert.equal(slugOf(plainText(heading)), slug));
  }

  it('are numbered where they come again', () => {
    const slugger = new Slugger();
    const numbered = ['Foo', 'Foo', 'Foo 1', 'foo', 'Foo-1', '', ''].map((heading) => slugger.next(heading));
    assert.deepEqual(numbered, ['foo', 'foo-1', 'foo-1-1', 'foo-2', 'foo-1-2', '', '-1']);
  });

  it('hold no spaces, capitals or punctuation, and are their own slugs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (heading) => {
        const slug = slugOf(heading);
        assert.match(slug, /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}-]*$/u);
        assert.equal(slugOf(slug), slug);
      }),
    );
  });

  it('never come twice', () => {
    const heading = fc.string({ unit: fc.constantFrom('a', '1', '-', ' ') });
    fc.assert(
      fc.property(fc.array(heading), (headings) => {
        const slugger = new Slugger();
        const slugs = headings.map((each) => slugger.next(each));
        assert.equal(new Set(slugs).size, slugs.length);
      }),
    );
  });
});

describe('headings of a Markdown file', () => {
  const files: Readonly<Record<string, [text: string, ids: string[]]>> = {
    ATX: ['# One\n##\tTwo ##\n### Three #x\n#No\n####### No\n', ['one', 'two', 'three-x']],
    'closed by signs': ['## Two #####\n## C# \n## #\n', ['two', 'c', '']],
    Setext: ['One\n===\n\nTwo\nlines\n---\n\n---\n', ['one', 'two-lines']],
    'CRLF and lone CR': ['# One\r\nTwo\r\n===\r\n# Three\r# Four', ['one', 'two', 'three', 'four']],
    'front matter': ['---\ntitle: x\n---\n# One\n', ['one']],
    'a rule that is no front matter': ['---\n# One\n', ['one']],
    'front matter behind a byte order mark': ['\uFEFF---\ntitle: x\n---\n# One\n', ['one']],
    'a heading behind a byte order mark': ['\uFEFF# One\n', ['one']],
    'fenced code': ['```sh\n# no\n```\n# One\n~~~~\n# no\n~~~\n# no\n~~~~\n# Two', ['one', 'two']],
    'a fence that stays open': ['# One\n```\n# no\n', ['one']],
    'code in a list': ['- x\n  ```\n  # no\n  ```\n# One', ['one']],
    'code on a line': ['```js``` is code\n# One', ['one']],
    'indented code': ['    # no\n\n# One', ['one']],
    quotes: ['> # One\n> text\n', ['one']],
    lists: ['- # One\n1. ## Two\n', ['one', 'two']],
    'list items are no Setext headings': ['# One\n- a\n- b\n\n---\n', ['one']],
    comments: ['<!--\n# no\n-->\n# One <!-- x -->\n', ['one']],
    'a comment shown as code': ['Write `<!--`.\n# One\n-->', ['one']],
    'HTML headings': ['<h2 align="center">The <b>title</b></h2>\n# One', ['the-title', 'one']],
    'ids in HTML': ['# One\n<a id="x"></a><a name=\'y\'></a><div\n class="c" id=z>', ['one', 'x', 'y', 'z']],
    'names of other elements': ['<input name="x"><meta name=y>', []],
    'ids in code': ['```html\n<a id="x">\n```\n', []],
    'named by the author': ['## Two words {#own}\n', ['own', 'two-words', 'two-words-own']],
    nothing: ['', []],
  };
  for (const [name, [text, expected]] of Object.entries(files)) {
    it(name, () => assert.deepEqual(ids(text), expected));
  }

  const GUIDE =
    '# Guide\n\n## Your part in the decision\n\nText\n\n## Limits\n## Limits\n<a id="Old-Name"></a>\n';

  it('are found by what is written behind the sign', () => {
    const cases: Readonly<Record<string, string>> = {
      guide: 'found # Guide',
      'your-part-in-the-decision': 'found ## Your part in the decision',
      'limits-1': 'found ## Limits',
      Guide: 'found # Guide',
      'Your part in the decision': 'found ## Your part in the decision',
      'old-name': 'found <a id="Old-Name">',
      'limits-2': 'missing the heading "limits-2" -> limits-1',
      'your-part-in-decision': 'missing the heading "your-part-in-decision" -> your-part-in-the-decision',
      annex: 'missing the heading "annex"',
    };
    for (const [name, expected] of Object.entries(cases)) assert.equal(said(`g.md#${name}`, GUIDE), expected);
    assert.equal(said('g.md#f%C3%BCr-alle', '# Für alle'), 'found # Für alle');
    assert.equal(said('g.md#100%', '# 100%'), 'found # 100%');
  });

  it('are found in whatever surrounds them', () => {
    const noise = fc.array(
      fc.constantFrom(
        'text\n',
        '\n',
        '> q\n',
        '- i\n',
        '`<!--`\n',
        '| a |\n',
        '[x]: y\n',
        '<p>\n',
        'a `b\n',
        "it's <\n",
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const text = `${before.join('')}\n## The place\n\n${after.join('')}`;
        assert.equal(said('x.md#the-place', text), 'found ## The place');
      }),
    );
  });

  it('have places inside the text, whatever it is', () => {
    const piece = fc.constantFrom(
      ...[
        '#',
        '# ',
        '\n',
        '\r',
        '\r\n',
        '=',
        '-',
        '---\n',
        '```',
        '~~~',
        '<',
        '<a id="',
        '">',
        '<!--',
        '-->',
        '>',
        '`',
      ],
      ...[
        '[',
        '](',
        '\\',
        '_',
        '{#',
        '}',
        'é',
        '\u{1F389}',
        ' ',
        '\t',
        '<h2>',
        '</h2>',
        '&#x110000;',
        '&#0;',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { id, start, end } of markdownAnchors(text)) {
          assert.ok(start >= 0 && start <= end && end <= text.length);
          if (id.trim() !== '' && !/[\s%]/.test(id))
            assert.notEqual(answer(`x.md#z${id}`, text).kind, undefined);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('do not take long to find in hostile text', () => {
    const texts = [
      '<a '.repeat(300_000),
      '<a "'.repeat(300_000),
      `<a id${' '.repeat(1_000_000)}`,
      '['.repeat(500_000),
      `# ${'['.repeat(900)}\n`.repeat(1_000),
      `# ${'[](('.repeat(200)}\n`.repeat(1_000),
      `# ${'`a'.repeat(400)}\n`.repeat(1_000),
      `# ${'_a'.repeat(400)}\n`.repeat(1_000),
      `# ${'<'.repeat(900)}\n`.repeat(1_000),
      `# ${'x {'.repeat(300)}\n`.repeat(1_000),
      '`'.repeat(1_000_000),
      '<!--'.repeat(400_000),
      'a\n'.repeat(500_000),
      '# a\n'.repeat(100_000),
      ' '.repeat(1_900_000),
      '> '.repeat(900_000),
      `---\n${'a\n'.repeat(500_000)}`,
    ];
    for (const text of texts) {
      const before = performance.now();
      answer('x.md#nowhere', text);
      const took = performance.now() - before;
      assert.ok(took < 3000, `${took} ms for ${JSON.stringify(text.slice(0, 30))}`);
    }
  });
});
