import assert from 'node:assert/strict';
import { analyseCells, analyseCode } from '../../../server/src/code/index';
import type { CodeFacts } from '../../../server/src/code/types';
import { shown } from './support/read';

describe('notebooks', () => {
  it('counts all cells, and places ranges inside the cell', () => {
    const facts = notebook([
      markdown('# torch.load("x")'),
      code(['import torch\n', '\n']),
      code('m = 1\nmodel = torch.load("m.pt")'),
    ]);
    assert.deepEqual(
      facts.signals.map(({ cell, range }) => ({ cell, range })),
      [{ cell: 2, range: { start: { line: 1, character: 8 }, end: { line: 1, character: 18 } } }],
    );
  });

  it('has positions as LSP counts them behind magics, emoji and line breaks of every kind', () => {
    const facts = notebook([
      code('%matplotlib inline\n!pip install "😀"\nimport whisper'),
      code(
        '%%time\n%cd 😀\r\nx = "👩‍🚀"; whisper.load_model("tiny")\rm = !ls\n"é"; whisper.load_model("base")',
      ),
      code(['%timeit -n 3 whisper.load_model("a")\n', '\n', '"😀"; whisper.load_model("b")']),
    ]);
    assert.deepEqual(
      facts.signals.map(({ cell, target, range: { start, end } }) => [
        `${cell ?? ''} ${target ?? ''}`,
        `${start.line}:${start.character}-${end.line}:${end.character}`,
      ]),
      [
        ['1 tiny', '2:13-2:31'],
        ['1 base', '4:5-4:23'],
        ['2 a', '0:13-0:31'],
        ['2 b', '2:6-2:24'],
      ],
    );
  });

  it('reads cells past one of a hundred thousand open parentheses, and past Python 2', () => {
    const facts = notebook([
      code('import whisper'),
      code('('.repeat(100_000)),
      code('print "x %s" % y\nexec "whisper" in {}\nwhisper.load_model("a")'),
      code('whisper.load_model("b")'),
    ]);
    assert.deepEqual(
      facts.signals.map(({ cell, target }) => [cell, target]),
      [
        [2, 'a'],
        [3, 'b'],
      ],
    );
  });

  it('carries imports and variables into later cells, and functions into earlier ones', () => {
    const facts = notebook([
      code('def ask():\n  return client.messages.create(model=MODEL)'),
      code('from anthropic import Anthropic\nclient = Anthropic()\nMODEL = "claude"'),
      code('client.messages.create(model="other")'),
    ]);
    assert.deepEqual(
      facts.signals.map((signal) => `${signal.cell ?? ''} ${shown(signal)}`),
      [
        '0 ai-api-call anthropic.Anthropic.messages.create <claude>',
        '2 ai-api-call anthropic.Anthropic.messages.create <other>',
      ],
    );
  });

  it('sees an import that a source in one string holds behind a line break', () => {
    const facts = notebook([
      code('%matplotlib inline\n!pip install torch\nimport whisper\nwhisper.load_model("tiny")'),
    ]);
    assert.deepEqual(facts.signals.map(shown), ['model-load whisper.load_model <tiny>']);
  });

  it('reads cells past one that is broken', () => {
    const facts = notebook([code('import whisper\nx = ((("'), code('whisper.load_model("tiny")')]);
    assert.deepEqual(facts.signals.map(shown), ['model-load whisper.load_model <tiny>']);
  });

  it('leaves out outputs, other languages and shell cells', () => {
    const facts = notebook([
      { ...code('import whisper'), outputs: [{ text: ['whisper.load_model("a")'] }] },
      code('%%bash\nwhisper.load_model("b")'),
      { ...code('whisper.load_model("c")'), metadata: { vscode: { languageId: 'r' } } },
      { cell_type: 'raw', source: 'whisper.load_model("d")' },
    ]);
    assert.deepEqual(facts.signals, []);
  });

  it('reads nbformat 3', () => {
    const text = JSON.stringify({
      nbformat: 3,
      worksheets: [
        {
          cells: [
            { cell_type: 'code', language: 'python', input: ['import whisper\n', 'whisper.load_model("a")'] },
          ],
        },
      ],
    });
    assert.deepEqual(facts(text).signals.map(shown), ['model-load whisper.load_model <a>']);
  });

  it('is silent on a notebook of another language', () => {
    const text = JSON.stringify({
      metadata: { kernelspec: { language: 'R' } },
      cells: [code('import torch\ntorch.load("m")')],
    });
    assert.deepEqual(facts(text), { language: 'notebook', signals: [], symbols: [], comments: [] });
  });

  const defects: Readonly<Record<string, string>> = {
    'broken JSON': '{"cells": [{"source": "import torch',
    'no cells': '{"metadata": {"x": "import torch"}}',
    'a list': '["import torch"]',
    null: 'null // import torch',
    'cells that are no list': '{"cells": {"a": "import torch"}}',
    'conflict markers': '<<<<<<< HEAD\n{"cells": []}\n=======\n{"cells": ["import torch"]}\n>>>>>>> b\n',
  };
  for (const [name, text] of Object.entries(defects)) {
    it(`says it cannot read ${name}`, () => {
      const found = facts(text);
      assert.ok(found.unreadable);
      assert.deepEqual(found.signals, []);
    });
  }

  it('survives cells of every wrong shape', () => {
    const cells = [
      null,
      1,
      'x',
      [],
      {},
      { cell_type: 'code' },
      { cell_type: 'code', source: 5 },
      { cell_type: 'code', source: [1, null, 'import torch'] },
      { cell_type: 7, source: {} },
    ];
    assert.equal(facts(JSON.stringify({ metadata: 3, cells })).unreadable, undefined);
  });

  it('does not read a notebook that is too large', () => {
    assert.ok(facts(`{"cells": [], "x": "import torch ${' '.repeat(20_000_001)}"}`).unreadable);
  });

  it('reads cells that an editor holds', () => {
    const found = analyseCells([
      { language: 'markdown', text: 'import torch' },
      { language: 'python', text: 'import whisper' },
      { language: 'shellscript', text: 'whisper.load_model("a")' },
      { language: 'python', text: 'whisper.load_model("b")' },
    ]);
    assert.deepEqual(
      found.signals.map(({ cell, target }) => [cell, target]),
      [[3, 'b']],
    );
  });
});

function code(source: string | string[]): Record<string, unknown> {
  return { cell_type: 'code', metadata: {}, source, outputs: [] };
}

function markdown(source: string): Record<string, unknown> {
  return { cell_type: 'markdown', metadata: {}, source };
}

function notebook(cells: unknown[]): CodeFacts {
  return facts(JSON.stringify({ nbformat: 4, metadata: { language_info: { name: 'python' } }, cells }));
}

function facts(text: string): CodeFacts {
  const found = analyseCode('file:///n.ipynb', text);
  assert.ok(found);
  return found;
}
