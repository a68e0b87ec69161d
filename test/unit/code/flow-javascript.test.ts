import assert from 'node:assert/strict';
import { covered, javascriptFactsOf, shown } from './support/read';

const OPENAI = "import OpenAI from 'openai'\nconst openai = new OpenAI()\n";
const ask = (model: string): string => `openai.chat.completions.create({ model: ${model}, messages })`;
const asked = (model?: string): string =>
  `ai-api-call openai.chat.completions.create${model === undefined ? '' : ` <${model}>`}`;

/** What a file must be read as: `kind callee <target>` for each signal in order. */
const CASES: Readonly<Record<string, readonly [code: string, ...signals: string[]]>> = {
  'a constant names the model': [`${OPENAI}const MODEL = 'gpt-4o'\n${ask('MODEL')}`, asked('gpt-4o')],
  'a constant of the file is seen inside functions before it': [
    `${OPENAI}async function f() { return ${ask('MODEL')} }\nconst MODEL = 'gpt-4o'`,
    asked('gpt-4o'),
  ],
  'a shorthand property': [
    `${OPENAI}const model = 'gpt-4o'\nopenai.responses.create({ model })`,
    'ai-api-call openai.responses.create <gpt-4o>',
  ],
  'options in a variable': [
    `${OPENAI}const o = { model: 'gpt-4o' }\nopenai.responses.create(o)`,
    'ai-api-call openai.responses.create <gpt-4o>',
  ],
  'options spread before the model': [
    `${OPENAI}openai.responses.create({ ...o, model: 'm' })`,
    'ai-api-call openai.responses.create <m>',
  ],
  'options spread behind the model may replace it': [
    `${OPENAI}openai.responses.create({ model: 'm', ...o })`,
    'ai-api-call openai.responses.create',
  ],
  'known options spread': [
    `${OPENAI}const o = { model: 'm' }\nopenai.responses.create({ ...o, input })`,
    'ai-api-call openai.responses.create <m>',
  ],
  'a field of a settings object': [
    `${OPENAI}const C = { chat: { model: 'm' }, other: 'x' } as const\n${ask('C.chat.model')}`,
    asked('m'),
  ],
  'an enum': [`${OPENAI}enum Model { Big = 'big', Small = 'small' }\n${ask('Model.Small')}`, asked('small')],
  'a default from the environment': [
    `${OPENAI}const M = process.env.MODEL ?? 'gpt-4o'\n${ask('M')}`,
    asked('gpt-4o'),
  ],
  'a default from the environment, as older code writes it': [
    `${OPENAI}${ask("process.env.MODEL || 'gpt-4o'")}`,
    asked('gpt-4o'),
  ],
  'the environment alone is unknown': [`${OPENAI}${ask('process.env.MODEL!')}`, asked()],
  'a template without holes': [`${OPENAI}${ask('`gpt-4o`')}`, asked('gpt-4o')],
  'a template with known holes': [`${OPENAI}const v = '4o'\n${ask('`gpt-${v}`')}`, asked('gpt-4o')],
  'a template with unknown holes': [`${OPENAI}${ask('`gpt-${v}`')}`, asked()],
  'a text with an escape': [`${OPENAI}${ask("'gpt\\u0034'")}`, asked()],
  'texts put together': [`${OPENAI}${ask("'gpt' + '-4o'")}`, asked('gpt-4o')],
  'a type assertion': [`${OPENAI}${ask("'gpt-4o' as ChatModel satisfies string")}`, asked('gpt-4o')],
  'a variable that is set again': [`${OPENAI}let m = 'a'\nif (x) m = 'b'\n${ask('m')}`, asked()],
  'a variable that something unknown sets': [`${OPENAI}let m = 'a'\nif (x) m = pick()\n${ask('m')}`, asked()],
  'a variable that a function sets': [
    `${OPENAI}let m = 'a'\nconst set = (x) => { m = x }\nfunction f() { ${ask('m')} }`,
    asked(),
  ],
  'cases of a switch': [
    `${OPENAI}let m\nswitch (x) { case 1: m = 'a'; break; default: m = 'b' }\n${ask('m')}`,
    asked(),
  ],
  'either of two': [`${OPENAI}${ask("big ? 'a' : 'b'")}`, asked()],
  'a variable of a block is not the one around it': [
    `${OPENAI}const m = 'a'\n{ }\nif (x) { const m = 'b' }\n${ask('m')}`,
    asked('a'),
  ],
  'what a function is given': [`${OPENAI}function f(m) { return ${ask('m')} }\nf('gpt-4o')`, asked('gpt-4o')],
  'what a function is given by name': [
    `${OPENAI}const f = async ({ m = 'gpt-4o', n }) => { await ${ask('m')} }`,
    asked('gpt-4o'),
  ],
  'what a function gives back': [`${OPENAI}const model = () => 'gpt-4o'\n${ask('model()')}`, asked('gpt-4o')],
  'a client from a function': [
    "import OpenAI from 'openai'\nlet c: OpenAI | null = null\nfunction client() { if (!c) c = new OpenAI(); return c }\nclient().responses.create({ model: 'm' })",
    'ai-api-call openai.responses.create <m>',
  ],
  'a client in a field': [
    "import OpenAI from 'openai'\nexport class A {\n  private client = new OpenAI()\n  #model = 'm'\n  async f() { return await this.client.responses.create({ model: this.#model }) }\n}",
    'ai-api-call openai.responses.create <m>',
  ],
  'a client set in the constructor, used in a callback': [
    "import Anthropic from '@anthropic-ai/sdk'\nclass A {\n  constructor() { this.c = new Anthropic() }\n  f = () => items.map(async (x) => this.c.messages.create({ model: 'm', max_tokens: 1 }))\n}",
    'ai-api-call @anthropic-ai/sdk.messages.create <m>',
  ],
  'a client given to the constructor': [
    "import { OpenAI } from 'openai'\nclass A {\n  constructor(private readonly c: OpenAI) {}\n  f() { this.c.responses.create({ model: 'm' }) }\n}",
    'ai-api-call openai.OpenAI.responses.create <m>',
  ],
  'a declared parameter': [
    "import OpenAI from 'openai'\nexport async function f(c: OpenAI, m: string) { await c.responses.create({ model: m }) }",
    'ai-api-call openai.responses.create',
  ],
  'a field that a subclass has another of': [
    `${OPENAI}class A {\n  model = 'old'\n  f() { return ${ask('this.model')} }\n}\nclass B extends A { model = 'new' }\nnew B().f()`,
    asked(),
  ],
  'a field that a subclass computes': [
    `${OPENAI}class A {\n  protected model = 'old'\n}\nclass B extends A {\n  model = pick()\n  f() { return ${ask('this.model')} }\n}`,
    asked(),
  ],
  'a field that a subclass has the same of': [
    `${OPENAI}class A {\n  model = 'm'\n  f() { return ${ask('this.model')} }\n}\nclass B extends A { model = 'm' }\nnew B().f()`,
    asked('m'),
  ],
  'a class of the file that extends a library class': [
    "import { ChatOpenAI } from '@langchain/openai'\nclass Mine extends ChatOpenAI { name() { return 'x' } }\nnew Mine().invoke('hi')",
    'ai-api-call @langchain/openai.ChatOpenAI.invoke',
  ],
  'a model object given as the model': [
    "import { generateText } from 'ai'\nimport { openai } from '@ai-sdk/openai'\nconst { text } = await generateText({ model: openai('gpt-4o'), prompt })",
    'ai-api-call @ai-sdk/openai.openai <gpt-4o>',
    'ai-api-call ai.generateText <gpt-4o>',
  ],
  'an object that was made for a model': [
    "import { GoogleGenerativeAI } from '@google/generative-ai'\nconst m = new GoogleGenerativeAI(k).getGenerativeModel({ model: 'gemini' })\nawait m.generateContent('hi')",
    'ai-api-call @google/generative-ai.GoogleGenerativeAI.getGenerativeModel <gemini>',
    'ai-api-call @google/generative-ai.GoogleGenerativeAI.getGenerativeModel.generateContent <gemini>',
  ],
  'several at once': [
    "import { pipeline } from '@huggingface/transformers'\nconst [a, b] = await Promise.all([pipeline('t', 'm1'), pipeline('t', 'm2')])",
    'model-load @huggingface/transformers.pipeline <m1>',
    'model-load @huggingface/transformers.pipeline <m2>',
  ],
  'a promise': [
    "import * as ort from 'onnxruntime-web'\nort.InferenceSession.create('m.onnx').then((s) => s.run(x))",
    'model-load onnxruntime-web.InferenceSession.create <m.onnx>',
  ],
  'a module loaded when it is needed': [
    "import('openai').then(({ default: OpenAI }) => new OpenAI().responses.create({ model: 'm' }))",
    'ai-api-call openai.responses.create <m>',
  ],
  'models in a list': [`${OPENAI}for (const m of ['a', 'a']) ${ask('m')}`, asked('a')],
  'each model of a list': [`${OPENAI};['a', 'b'].map((m) => ${ask('m')})`, asked()],
  'a client of another module': [
    "import { openai } from '@/lib/openai'\nopenai.chat.completions.create({ model: 'm' })",
    'ai-api-call @/lib/openai.openai.chat.completions.create <m>',
  ],
  'elements and their attributes': [
    "import { pipeline } from '@xenova/transformers'\nexport const A = () => <div onClick={async () => { await pipeline('t', 'm') }}>Don't {x}</div>",
    'model-load @huggingface/transformers.pipeline <m>',
  ],
  'generics and decorators': [
    `${OPENAI}@Injectable()\nexport class A<T extends Record<string, unknown> = {}> {\n  @Log({ x: 1 }) async f<U>(@Body() b: U): Promise<Map<string, U>> { return ${ask("'m'")} }\n}`,
    asked('m'),
  ],
  'a type in a catch clause': [`${OPENAI}try { } catch (e: any) { ${ask("'m'")} }`, asked('m')],
  'a browser’s global': [
    "const model = await tf.loadGraphModel('m/model.json')",
    'model-load tf.loadGraphModel <m/model.json>',
  ],
  'the provider alone is no call': [
    "import { openai } from '@ai-sdk/openai'\nexport const tools = { search: openai.tools.webSearch() }",
  ],
};

/** Code that looks like a signal and is none. */
const TRAPS: Readonly<Record<string, string>> = {
  'an import alone': "import OpenAI from 'openai'\nimport type { Chat } from 'openai/resources'",
  'a client alone': `${OPENAI}await openai.models.list()\nopenai.files.create({ file })`,
  'a mention in a text': `${OPENAI}const code = \`const r = await openai.chat.completions.create({ model: 'm' })\``,
  'a comment': `${OPENAI}// openai.chat.completions.create({ model: 'm' })\n/* ${ask("'m'")} */`,
  'a picture of that name': "import openai from '@/public/openai.png'\n<Image src={openai} />",
  'another service of the same shape':
    "import twilio from 'twilio'\ntwilio().messages.create({ to, from, body })",
  'a request to the own back end':
    "const r = await fetch('/api/chat', { body: JSON.stringify({ model: 'gpt-4o' }) })",
  'a name that shadows an import':
    "import { pipeline } from 'node:stream/promises'\nimport '@huggingface/transformers'\nawait pipeline(a, b)",
  'a relative module of a library’s name':
    "import { generateText } from './ai'\nimport ai from '../openai'\ngenerateText({ model: 'm' })",
  'a tokenizer':
    "import { AutoTokenizer, AutoProcessor, env } from '@huggingface/transformers'\nawait AutoTokenizer.from_pretrained('m')\nawait AutoProcessor.from_pretrained('m')\nenv.allowLocalModels = false",
  'a tokenizer package': "import { encode } from 'gpt-tokenizer'\nencode('x')",
  'hooks and helpers of the interface':
    "import { useChat } from '@ai-sdk/react'\nimport { tool, convertToModelMessages, createUIMessageStream } from 'ai'\nuseChat()\ntool({})\nconvertToModelMessages(m)",
  'types only':
    "import type OpenAI from 'openai'\nfunction f(p: OpenAI.Chat.ChatCompletionCreateParams): void {}",
  tensors:
    "import * as tf from '@tensorflow/tfjs'\nconst model = tf.tensor([1])\ntf.tidy(() => tf.matMul(a, b))",
};

describe('following values through a JavaScript file', () => {
  for (const [name, [code, ...expected]] of Object.entries(CASES)) {
    it(name, () => assert.deepEqual(javascriptFactsOf(code, 'app.tsx').signals.map(shown), expected));
  }

  it('says who answers, by the address the client is told to call', () => {
    const at = (options: string) =>
      javascriptFactsOf(
        `import OpenAI from 'openai'\nnew OpenAI({ apiKey${options} }).responses.create({ model: 'm' })`,
      ).signals[0]?.provider;
    assert.equal(at(''), 'OpenAI');
    assert.equal(at(", baseURL: 'https://api.groq.com/openai/v1'"), 'Groq');
    assert.equal(at(", baseURL: 'http://localhost:8000/v1'"), undefined);
    assert.equal(at(', baseURL: url'), undefined);
  });

  it('tells the revision that is asked for', () => {
    const of = (args: string) =>
      javascriptFactsOf(`import { pipeline } from '@huggingface/transformers'\npipeline('t', 'm'${args})`)
        .signals[0]?.revision;
    assert.deepEqual(of(", { revision: 'v1.0' }"), { is: 'named', name: 'v1.0' });
    assert.deepEqual(of(', { quantized: true }'), { is: 'newest' });
    assert.deepEqual(of(', { revision }'), { is: 'unknown' });
    assert.deepEqual(of(', { ...options }'), { is: 'unknown' });
  });

  it('says nothing of a client that may call either of two addresses', () => {
    const [signal] = javascriptFactsOf(
      "import OpenAI from 'openai'\nlet c\nif (x) c = new OpenAI({ baseURL: 'https://a.openai.azure.com' })\nelse c = new OpenAI()\nc.responses.create({ model: 'm' })",
    ).signals;
    assert.equal(signal?.target, 'm');
    assert.equal(signal.provider, undefined);
  });

  it('covers the name from its start to its end, behind a call only the method', () => {
    const code = `${OPENAI}/* 😀 */ openai.responses.create({});\nnew OpenAI()\n  .responses\n  .create({})\n`;
    assert.deepEqual(
      javascriptFactsOf(code).signals.map((signal) => covered(code, signal)),
      ['openai.responses.create', 'create'],
    );
  });

  it('has positions as LSP counts them, with emoji, CRLF, lone CR and a byte order mark', () => {
    const code = `\uFEFFimport { pipeline } from '@huggingface/transformers'\r\n"😀é"; pipeline('t', 'a')\rx = "👩‍🚀"; pipeline('t', 'b')`;
    assert.deepEqual(
      javascriptFactsOf(code).signals.map(({ range }) => range),
      [
        { start: { line: 1, character: 7 }, end: { line: 1, character: 15 } },
        { start: { line: 2, character: 13 }, end: { line: 2, character: 21 } },
      ],
    );
  });

  it('lists functions, classes and methods, and comments for AIMS', () => {
    const facts = javascriptFactsOf(
      '// aims-ignore-next-line x -- y\nexport class A { f() {} static g() {} }\nexport const b = async () => 1, c = 2\nfunction d() { function e() {} }\nconst el = <p>{/* aims: evidence A.6.2.4 page */}</p>\n// aimless\n',
      'a.tsx',
    );
    assert.deepEqual(
      facts.symbols?.map(({ name }) => name),
      ['A', 'A.f', 'A.g', 'b', 'd'],
    );
    assert.deepEqual(
      facts.comments.map(({ text }) => text),
      ['aims-ignore-next-line x -- y', 'aims: evidence A.6.2.4 page'],
    );
  });
});

describe('traps in JavaScript', () => {
  for (const [name, code] of Object.entries(TRAPS)) {
    it(name, () => assert.deepEqual(javascriptFactsOf(code, 'app.tsx').signals.map(shown), []));
  }
});
