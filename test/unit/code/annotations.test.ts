/** What a comment for AIMS in code says, and which definition it is about. */
import assert from 'node:assert/strict';
import { analyseCode, annotationsIn, type Annotation } from '../../../server/src/code';
import { jsTests } from '../../../server/src/evidence';

function read(uri: string, text: string): readonly Annotation[] {
  const facts = analyseCode(uri, text);
  assert.ok(facts);
  return annotationsIn(facts, /\.[cm]?[jt]sx?$/.test(uri) ? jsTests(text) : []);
}

/** The definition by its names, `file` or `cell`; undefined where nothing follows. */
function about({ about: subject }: Annotation): string | undefined {
  if (subject?.is !== 'definition') return subject?.is;
  return subject.definition.names.length > 0 ? subject.definition.names.join(' > ') : 'computed';
}

const allAbout = (uri: string, text: string): readonly (string | undefined)[] => read(uri, text).map(about);

const notebook = (...cells: readonly string[]): string =>
  JSON.stringify({
    nbformat: 4,
    metadata: {},
    cells: cells.map((source) => ({ cell_type: 'code', metadata: {}, outputs: [], source })),
  });

const SAYS = 'aims: evidence A.6.2.4 parity';

describe('what an annotation says', () => {
  it('a word, a control, and a text, each where it stands', () => {
    const [found] = read('a.py', 'x = 1\n\n#  aims:  evidence A.6.2.4,  parity of groups  \ndef f(): ...\n');
    assert.ok(found);
    assert.deepEqual(found.word, {
      text: 'evidence',
      range: { start: { line: 2, character: 10 }, end: { line: 2, character: 18 } },
    });
    assert.deepEqual(found.id, {
      text: 'A.6.2.4',
      range: { start: { line: 2, character: 19 }, end: { line: 2, character: 26 } },
    });
    assert.equal(found.text, 'parity of groups');
    assert.deepEqual(found.start, { line: 2, character: 8 });
  });

  it('what is still being typed is there as far as it goes', () => {
    for (const [written, word, id] of [
      ['# aims:', undefined, undefined],
      ['# aims: ', undefined, undefined],
      ['#aims:evi', 'evi', undefined],
      ['# aims: evidence ', 'evidence', undefined],
      ['# aims: evidence A.', 'evidence', 'A'],
    ] as const) {
      const [found] = read('a.py', `${written}\n`);
      assert.deepEqual([found?.word?.text, found?.id?.text], [word, id], written);
    }
  });

  it('columns count as the editor does, also behind an emoji and in a comment of several lines', () => {
    const [behind] = read('a.ts', `const x = '🙂'; // ${SAYS}\n`);
    assert.equal(behind?.id?.range.start.character, 34);
    const [block] = read('b.ts', `/**\n * Text.\n */\n/* ${SAYS}\n   and more */\nfunction f() {}\n`);
    assert.ok(block);
    assert.deepEqual(block.id?.range.start, { line: 3, character: 18 });
    assert.equal(block.text, 'parity');
    assert.equal(about(block), 'f');
  });

  it('other comments are none', () => {
    for (const text of ['# aims high', '# aims-ignore-next-line x -- y', 's = "# aims: evidence A.6.2.4"'])
      assert.deepEqual(read('a.py', `${text}\n`), [], text);
  });
});

describe('what an annotation is about, in Python', () => {
  const C = `# ${SAYS}`;
  it('the function or class that follows, decorated or not', () => {
    assert.deepEqual(allAbout('a.py', `${C}\ndef f(): ...\n`), ['f']);
    assert.deepEqual(allAbout('a.py', `${C}\n\n@x\n@y(1)\nasync def f(): ...\n`), ['f']);
    assert.deepEqual(allAbout('a.py', `def a(): ...\n\n@x\n${C}\ndef b(): ...\n`), ['b']);
    assert.deepEqual(allAbout('a.py', `${C}\nLIMIT = 3\nclass T:\n  def m(self): ...\n`), ['T']);
  });

  it('the method that follows in the class, and not one behind it', () => {
    const before = `class T:\n    ${C}\n    def a(self):\n        return 1\n\n    ${C}\n    def b(self): ...\n`;
    assert.deepEqual(allAbout('a.py', before), ['T > a', 'T > b']);
    const end = `class T:\n    def a(self):\n        return 1\n    ${C}\n\nclass U:\n    def b(self): ...\n`;
    assert.deepEqual(allAbout('a.py', end), [undefined]);
  });

  it('nothing inside a function, wherever in it', () => {
    assert.deepEqual(allAbout('a.py', `def a():\n    ${C}\n    return 1\n    ${C}\n\ndef b(): ...\n`), [
      undefined,
      undefined,
    ]);
    assert.deepEqual(allAbout('a.py', `def a():\n${C}\n    return 1\n`), [undefined]);
  });

  it('what it stands beside; beside another statement, nothing', () => {
    assert.deepEqual(allAbout('a.py', `def a():  ${C}\n    return 1\n\ndef b(): ...\n`), ['a']);
    assert.deepEqual(allAbout('a.py', `LIMIT = 3  ${C}\n\ndef b(): ...\n`), [undefined]);
  });

  it('a function in a condition', () => {
    assert.deepEqual(allAbout('a.py', `if X:\n    ${C}\n    def f(): ...\nelse:\n    def f(): ...\n`), ['f']);
    assert.deepEqual(allAbout('a.py', `${C}\ntry:\n    def f(): ...\nexcept E: pass\n`), ['f']);
  });

  it('the file where none follows', () => {
    assert.deepEqual(allAbout('a.py', `def f(): ...\n\n${C}\n`), ['file']);
    assert.deepEqual(allAbout('a.py', `${C}\nLIMIT = 3\n`), ['file']);
  });

  it('in files with other line ends, and broken ones, somewhere or nowhere', () => {
    assert.deepEqual(allAbout('a.py', `${C}\r\ndef f():\r\n    pass\r\n`), ['f']);
    assert.deepEqual(allAbout('a.py', `x = (((\n\n${C}\ndef f(: ...\n`), ['f']);
  });
});

describe('what an annotation is about, in a notebook', () => {
  const C = `# ${SAYS}`;
  it('the next definition of the same cell, else the cell', () => {
    const cells = notebook(
      `${C}\nx = 1`,
      `def f():\n    ${C}\n    pass`,
      `${C}\ndef g(): pass`,
      `def h(): pass`,
    );
    assert.deepEqual(
      read('a.ipynb', cells).map((each) => [each.cell, about(each)]),
      [
        [0, 'cell'],
        [1, undefined],
        [2, 'g'],
      ],
    );
  });
});

describe('what an annotation is about, in JavaScript and TypeScript', () => {
  const C = `// ${SAYS}`;
  it('functions, classes, methods, and variables that hold one', () => {
    assert.deepEqual(allAbout('a.ts', `${C}\nexport async function f() {}\n`), ['f']);
    assert.deepEqual(allAbout('a.ts', `${C}\nexport const g = () => 1;\n`), ['g']);
    assert.deepEqual(allAbout('a.ts', `${C}\nconst n = 1;\nclass K {\n  ${C}\n  m() {}\n}\n`), [
      'K',
      'K > m',
    ]);
  });

  it('in a documentation comment, at its start or on a line of its own', () => {
    const text = `/** ${SAYS} */\nfunction f() {}\n/**\n * Scores.\n * ${SAYS}\n * aims: evidence A.7.4 data\n * @returns {number}\n */\nexport class A {\n  /* ${SAYS}\n     more */\n  m() {}\n}\n`;
    assert.deepEqual(allAbout('a.ts', text), ['f', 'A', 'A', 'A > m']);
    const found = read('a.ts', text)[1];
    assert.deepEqual([found?.text, found?.id?.range.start], ['parity', { line: 4, character: 18 }]);
  });

  it('in a documentation comment of a file that calls no library', () => {
    assert.deepEqual(allAbout('a.ts', `/**\n * Scores.\n * ${SAYS}\n */\nexport function f() {}\n`), ['f']);
    assert.deepEqual(allAbout('a.ts', `/*\n${SAYS}\n*/\nexport function f() {}\n`), ['f']);
  });

  it('several in one block comment, each with its own text', () => {
    const text = `/* ${SAYS}\n   aims: evidence A.7.4 data\n   more **/\nfunction f() {}\n`;
    assert.deepEqual(
      read('a.ts', text).map((each) => [each.id?.text, each.text]),
      [
        ['A.6.2.4', 'parity'],
        ['A.7.4', 'data'],
      ],
    );
  });

  it('as it is written, where the rest of the file is read as something simpler', () => {
    const text = `// aims: evidence A.6.2.4 tests/[id]?: fair\nimport rows from './rows.json' with { type: 'json' };\n`;
    assert.equal(read('a.ts', text)[0]?.text, 'tests/[id]?: fair');
  });

  it('tests by their titles, those of suites included', () => {
    const text = `${C}\ndescribe('fair', () => {\n  beforeEach(setUp);\n  ${C}\n  it('parity', () => {\n    ${C}\n    ok();\n  });\n  ${C}\n});\n`;
    assert.deepEqual(allAbout('a.test.ts', text), ['fair', 'fair > parity', undefined, undefined]);
    assert.deepEqual(allAbout('a.test.ts', `test('x', () => { ${C}\n  ok();\n});\n`), ['x']);
  });

  it('a title that only running tells is a test without a name', () => {
    assert.deepEqual(allAbout('a.test.ts', `${C}\nit.each(rows)('adds %i', () => {});\n`), ['computed']);
    assert.deepEqual(allAbout('a.test.ts', `${C}\nit(name, () => {});\n`), ['computed']);
  });

  it('the file where none follows', () => {
    assert.deepEqual(allAbout('a.mjs', `import x from 'x';\n${C}\nx();\n`), ['file']);
  });
});
