import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blankMagics } from '../../../server/src/code/magics';
import { signalsOf } from './support/read';

describe('IPython lines', () => {
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'a line magic': ['%matplotlib inline\nx = 1', '                  \nx = 1'],
    'a shell line': ['x = 1\n  !pip install x\n', 'x = 1\n                \n'],
    'a shell line that goes on': ['!a \\\n  b\nx = 1', '    \n   \nx = 1'],
    help: ['?x\nmodel.fit?\nx.y??', '  \n          \n     '],
    'timing keeps the Python behind it': ['%timeit -n 10 f(x)', '              f(x)'],
    'a result of a command': ['files = !ls *.py', 'files = 0       '],
    'another language': ['%%bash\nrm -rf x', '      \n        '],
    'a cell that writes a module': ['%%writefile src/a.py\nx = 1', '                    \nx = 1'],
    'a cell that writes something else': ['%%writefile a.txt\nx = 1', '                 \n     '],
    'a cell that is timed': ['%%time\nf(x)', '      \nf(x)'],
    'a remainder inside brackets is Python': ['x = (a\n  % b)', 'x = (a\n  % b)'],
    'text is text': ['x = """\n%matplotlib\n!ls\n"""', 'x = """\n%matplotlib\n!ls\n"""'],
    'a continued line is Python': ['x = a \\\n  % b', 'x = a \\\n  % b'],
    'a byte order mark': ['\uFEFFx', ' x'],
  };
  for (const [name, [before, after]] of Object.entries(cases)) {
    it(name, () => assert.equal(blankMagics(before), after));
  }

  it('keeps length and line breaks of any text', () => {
    const pieces = fc.constantFrom(
      '%',
      '!',
      '?',
      '%%bash',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '"""',
      "'",
      '"',
      '#',
      '\\',
      '(',
      ')',
      'x',
      '= ',
      '%time ',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }).map((each) => each.join('')),
        (text) => {
          const blanked = blankMagics(text);
          assert.equal(blanked.length, text.length);
          assert.deepEqual(blanked.match(/[\r\n]/g), text.match(/[\r\n]/g));
        },
      ),
    );
  });

  it('does not hide what stands around it', () => {
    assert.deepEqual(signalsOf('!pip install openai\nimport whisper\n%time m = whisper.load_model("a")\n'), [
      'model-load whisper.load_model <a>',
    ]);
  });
});
