/** While somebody types, what the rest of the file does stays known; and nothing is made up in the line they type. */
import assert from 'node:assert/strict';
import { analyseCode, type CodeFacts } from '../../../server/src/code';

const PYTHON = `import os
from transformers import AutoModel, pipeline
from sklearn.linear_model import LogisticRegression

NAME = "bert-base"
model = AutoModel.from_pretrained("top")

class Scorer:
    """It scores."""

    def __init__(self, name="x"):
        self.model = AutoModel.from_pretrained("init")

    def fit(self, x, y):
        for i in range(3):
            if i > 2:
                LogisticRegression().fit(x, y)

def main():
    a = pipeline("text", model="main")
    try:
        c = AutoModel.from_pretrained("try")
    except ValueError:
        pass

if __name__ == "__main__":
    main()
    AutoModel.from_pretrained(NAME)
`;

const TYPESCRIPT = `import { pipeline } from '@huggingface/transformers';

export const top = await pipeline('text', 'top');

export class Scorer {
  name = 'x';
  async run(x: string): Promise<void> {
    for (const y of x) {
      if (y) {
        await pipeline('text', 'deep');
      }
    }
  }
}

function main() {
  const config = { a: 1, b: pipeline('text', 'inObject') };
  return () => {
    pipeline('text', 'arrow');
  };
}

main();
`;

const TYPED_PYTHON = [
  'x = foo("abc", key=[1, 2], other={"a": 1})',
  'def helper(a, b=1):',
  'for i in range(10):',
  "name = f'{x!r} {y}'",
  'return [a for a in b]',
  'from x import (a, b)',
  '@decorator(1)',
  "m.from_pretrained('x', revision='y')",
];

const TYPED_TYPESCRIPT = [
  'const x = foo("abc", [1, 2], { a: 1 });',
  'class Foo extends Bar {}',
  'import { a } from "b";',
  'const s = `a ${b} c`;',
  '/* comment */',
  'interface A { b: string }',
  'if (x === "y") {}',
  'switch (a) { case 1: }',
];

const read = (text: string, name = 'a.py'): CodeFacts => analyseCode(`file:///${name}`, text, 'all')!;

interface Told {
  readonly states: number;
  /** States in which a call of another line was not seen, or another model was read from it. */
  readonly lost: readonly string[];
}

/** Types each line at each place, letter by letter. */
function typing(text: string, typed: readonly string[], name: string): Told {
  const lines = text.split('\n');
  const before = read(text, name).signals;
  const lost: string[] = [];
  let states = 0;
  for (const at of lines.keys()) {
    const indent = /^ */.exec(lines[at - 1] ?? '')![0];
    for (const line of typed)
      for (let length = 1; length <= line.length; length++) {
        const half = line.slice(0, length);
        const { signals } = read([...lines.slice(0, at), indent + half, ...lines.slice(at)].join('\n'), name);
        const now = new Map(
          signals.map(({ kind, target, range }) => [`${kind} ${range.start.line}`, target]),
        );
        states++;
        const isKept = before.every(({ kind, target, range: { start } }) => {
          const key = `${kind} ${start.line >= at ? start.line + 1 : start.line}`;
          return now.has(key) && now.get(key) === target;
        });
        if (!isKept) lost.push(`line ${at}: ${half}`);
      }
  }
  return { states, lost };
}

describe('half-typed code', function () {
  // Thousands of texts are read.
  this.timeout(120_000);

  it('hides no Python around it', () => {
    const { states, lost } = typing(PYTHON, TYPED_PYTHON, 'a.py');
    assert.ok(lost.length * 200 <= states, `${lost.length} of ${states}:\n${lost.join('\n')}`);
  });

  it('hides no TypeScript around it', () => {
    const { states, lost } = typing(TYPESCRIPT, TYPED_TYPESCRIPT, 'a.ts');
    assert.ok(lost.length * 200 <= states, `${lost.length} of ${states}:\n${lost.join('\n')}`);
  });

  it('hides nothing behind a text that is not closed', () => {
    const lines = PYTHON.split('\n');
    for (const opening of ['x = """', "x = '''Text"]) {
      const text = [...lines.slice(0, 18), opening, ...lines.slice(18)].join('\n');
      assert.deepEqual(
        read(text).signals.map(({ target }) => target),
        read(PYTHON).signals.map(({ target }) => target),
      );
    }
  });

  it('keeps what it defines and the comments on it', () => {
    const text = `from transformers import pipeline\n\n# aims: evidence A.6.2.4 one\ndef broken(a, [\n    pass\n\n# aims: evidence A.6.2.4 two\ndef whole(): pass\n`;
    const { symbols, comments } = read(text);
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['broken', 'whole'],
    );
    assert.equal(comments.length, 2);
  });

  it('tells neither an old value nor a revision that may still be typed', () => {
    const load = 'from transformers import AutoModel\n';
    const [half] = read(`${load}AutoModel.from_pretrained("a", revision=)\n`).signals;
    assert.deepEqual([half?.target, half?.revision], ['a', { is: 'unknown' }]);
    const [used] = read(`${load}name = "old"\nname = pick(\nAutoModel.from_pretrained(name)\n`).signals;
    assert.equal(used?.target, undefined);
  });
});

describe('a file with a syntax error', () => {
  it('says so, and a right one does not', () => {
    assert.equal(read('x = (1,\n').hasErrors, true);
    assert.equal(read(PYTHON).hasErrors, undefined);
    assert.equal(read('const x = {\n', 'a.ts').hasErrors, true);
    assert.equal(read(TYPESCRIPT, 'a.ts').hasErrors, undefined);
  });

  it('is no file that holds what the grammar lacks', () => {
    const python = [
      'def f():\n    yield\n',
      'x = (yield)\n',
      'x = 24. * 3600\ny = 20.\n',
      'with f() as (a, b):\n    pass\n',
      'match x:\n    case Point():\n        pass\n',
      '\f\nx = 1\n',
    ];
    for (const text of python) assert.equal(read(text).hasErrors, undefined, text);
    const typescript = [
      "import OpenAI = require('openai');\n",
      "export import Chat = OpenAI.Chat;\nimport type X = require('x');\n",
      'const isNode = (value: unknown): value is Node => true;\n',
      'let server!: Server;\n',
      'type Pair = [name: string, age?: number];\ntype Two = [string, number?];\n',
      "export { a, type B } from './types';\nexport type * from './types';\n",
      "import data from './data.json' with { type: 'json' };\n",
      'try { a(); } catch (error: unknown) {}\n',
      '@Injectable({ scope: 1 })\nexport class Service {\n  [key: string]: unknown;\n}\n',
      "declare module 'a-b' { export function f(): void; }\nexport as namespace Library;\n",
      'function f<const T>(x: T) {}\n',
    ];
    for (const text of typescript) assert.equal(read(text, 'a.ts').hasErrors, undefined, text);
  });

  it('keeps its facts before and after, in Python 2 too', () => {
    const text = `from transformers import pipeline
print "start"
pipeline("text", model="one")
try:
    pass
except Exception, e:
    print >>log, e
    raise ValueError, "x"
exec "x = 1"
pipeline("text", model="two")
def f():
    print "hello %s" % \`x\`
    return pipeline("text", model="three")
`;
    const { signals, unreadable } = read(text);
    assert.equal(unreadable, undefined);
    assert.deepEqual(
      signals.map(({ target }) => target),
      ['one', 'two', 'three'],
    );
  });
});

describe('TypeScript and JavaScript of every form', () => {
  const CALL = "\nvoid client.responses.create({ model: 'gpt-4o' });\n";
  const NEW = `const client = new OpenAI();${CALL}`;
  const IMPORT = "import OpenAI from 'openai';\n";
  const forms: Readonly<Record<string, string>> = {
    'import = require': `import OpenAI = require('openai');\n${NEW}`,
    'export import = require': `export import OpenAI = require('openai');\n${NEW}`,
    'export =': `${IMPORT}${NEW}export = client;\n`,
    'destructured dynamic import': `const { OpenAI } = await import('openai');\n${NEW}`,
    'default of a dynamic import': `const { default: OpenAI } = await import('openai');\n${NEW}`,
    'dynamic import with then': `import('openai').then(({ OpenAI }) => { ${NEW} });\n`,
    'destructured require': `const { OpenAI } = require('openai');\n${NEW}`,
    'require().default': `const OpenAI = require('openai').default;\n${NEW}`,
    'import attributes': `${IMPORT}import data from './a.json' assert { type: 'json' };\n${NEW}`,
    decorators: `${IMPORT}@Injectable({ a: 1 })\nexport class S {\n  @Inject() private readonly client = new OpenAI();\n  constructor(@Inject('x') private readonly y: Y) {}\n  @Get(':id') run(@Body() b: B) { return this.client.responses.create({ model: 'gpt-4o' }); }\n}\n`,
    satisfies: `${IMPORT}const options = { model: 'gpt-4o' } as const satisfies Options;\nvoid new OpenAI().responses.create(options);\n`,
    enums: `${IMPORT}export const enum Model { Small = 'gpt-4o' }\nvoid new OpenAI().responses.create({ model: Model.Small });\n`,
    namespaces: `${IMPORT}export namespace N { ${NEW} }\n`,
    'abstract classes': `${IMPORT}export abstract class A<T = {}> extends B<T> implements C {\n  abstract x: string;\n  declare z: number;\n  static { this.a = 1; }\n  #client = new OpenAI();\n  override async run() { await this.#client.responses.create({ model: 'gpt-4o' }); }\n}\n`,
    'types the grammar lacks': `${IMPORT}type E = T extends infer U extends string ? U : never;\ninterface V<in out T> {}\nlet f: abstract new () => object;\n${NEW}`,
  };
  for (const [form, text] of Object.entries(forms))
    it(form, () => {
      const { signals } = read(text, 'a.ts');
      assert.deepEqual(
        signals.map(({ kind, target }) => [kind, target]),
        [['ai-api-call', 'gpt-4o']],
      );
    });

  it('elements, with text that looks like code', () => {
    const text = `${IMPORT}export const P = <T,>({ a }: Props<T>) => {\n  ${NEW}  return <><Foo<string> {...b} onClick={() => { go(); }}>don't (stop [here {/* c */}</Foo></>;\n};\n`;
    assert.equal(read(text, 'a.tsx').signals.length, 1);
  });
});
