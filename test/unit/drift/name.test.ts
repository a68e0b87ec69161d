import assert from 'node:assert/strict';
import { isFamilyOf, isMentioned, isSame, parseName, type Name } from '../../../server/src/drift/name';

function named(text: string): Name {
  const name = parseName(text);
  assert.ok(name, text);
  return name;
}

describe('names of models and data sets', () => {
  const SAME: readonly (readonly [string, string])[] = [
    ['gpt-4o-mini', 'GPT-4o mini'],
    ['gpt-4o-mini', 'gpt-4o-mini-2024-07-18'],
    ['gpt-4o-mini', 'openai/gpt-4o-mini'],
    ['gpt-4o-mini', 'azure/gpt-4o-mini'],
    ['gpt-4o-mini', 'openai:gpt-4o-mini'],
    ['gpt-4o-mini', 'ft:gpt-4o-mini-2024-07-18:northwind::a1b2c3'],
    ['gpt-4', 'gpt-4-0613'],
    ['Claude 3.5 Sonnet', 'claude-3-5-sonnet-20241022'],
    ['claude-3-5-sonnet-latest', 'claude-3-5-sonnet@20240620'],
    ['claude-3-5-sonnet', 'us.anthropic.claude-3-5-sonnet-20240620-v1:0'],
    ['claude-sonnet-4', 'anthropic/claude-sonnet-4-20250514'],
    ['gemini-2.5-pro', 'models/gemini-2.5-pro-preview-05-06'],
    ['gemini-1.5-pro', 'gemini-1.5-pro-002'],
    ['mistral-large', 'mistral-large-2411'],
    ['bert-base-uncased', 'google-bert/bert-base-uncased'],
    ['https://huggingface.co/google-bert/bert-base-uncased', 'bert-base-uncased'],
    ['hf://datasets/stanfordnlp/imdb', 'imdb'],
    ['Llama 3.1 8B Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['Llama 3.1 8B Instruct', 'meta-llama/Meta-Llama-3.1-8B-Instruct'],
    ['llama3', 'llama3:8b'],
    ['BAAI/bge-m3', 'Xenova/bge-m3'],
    ['sentence-transformers/all-MiniLM-L6-v2', 'Xenova/all-MiniLM-L6-v2'],
    ['onnx-community/Qwen2.5-0.5B-Instruct', 'https://huggingface.co/Qwen/Qwen2.5-0.5B-Instruct'],
    ['onnx-community/Qwen3-0.6B-ONNX', 'Qwen/Qwen3-0.6B'],
    ['yolov8n', 'yolov8n.pt'],
    ['scorer', 'scorer.joblib'],
    ['stability-ai/sdxl', `stability-ai/sdxl:${'ab'.repeat(32)}`],
  ];
  for (const [one, other] of SAME)
    it(`${one} is ${other}`, () => {
      assert.ok(isSame(named(one), named(other)));
      assert.ok(isSame(named(other), named(one)));
    });

  const DIFFERENT: readonly (readonly [string, string])[] = [
    ['gpt-4o', 'gpt-4o-mini'],
    ['gpt-4', 'gpt-4.1'],
    ['o1', 'o1-preview'],
    ['claude-3-5-sonnet', 'claude-3-7-sonnet'],
    ['text-embedding-3-small', 'text-embedding-3-large'],
    ['amazon.titan-embed-text-v1', 'amazon.titan-embed-text-v2:0'],
    ['bert-base-uncased', 'bert-base-cased'],
    ['meta-llama/Llama-2-7b', 'NousResearch/Llama-2-7b'],
    ['llama3:8b', 'llama3:70b'],
    ['BAAI/bge-m3', 'Xenova/bge-small-en'],
    ['BAAI/bge-m3', 'someone/bge-m3'],
    ['whisper-small', 'whisper-small.en'],
    ['mnist', 'fashion_mnist'],
    ['text-embedding-ada-002', 'text-davinci-003'],
  ];
  for (const [one, other] of DIFFERENT)
    it(`${one} is not ${other}`, () => assert.ok(!isSame(named(one), named(other))));

  it('a text without letters is no name', () => {
    for (const text of ['', '  ', '/', '...', '42', '2024-07-18']) assert.equal(parseName(text), undefined);
  });

  it('keeps the day of a snapshot', () => {
    assert.equal(named('gpt-4o-mini-2024-07-18').dated, '20240718');
    assert.equal(named('claude-3-5-sonnet-20241022-v2').dated, '20241022');
    assert.equal(named('gpt-4o-mini').dated, undefined);
  });

  it('a word stands for its family, a name with a figure for itself', () => {
    assert.ok(isFamilyOf(named('Claude'), named('claude-sonnet-4')));
    assert.ok(isFamilyOf(named('whisper'), named('whisper-small')));
    assert.ok(!isFamilyOf(named('gpt-4o'), named('gpt-4o-mini')));
    assert.ok(!isFamilyOf(named('bert'), named('distilbert-base')));
    assert.ok(!isFamilyOf(named('scorer'), named('scorer')));
  });

  it('a name is mentioned as a whole', () => {
    assert.ok(isMentioned('gpt-4o', 'OpenAI gpt-4o, by its API.'));
    assert.ok(isMentioned('imdb', 'IMDB reviews'));
    assert.ok(!isMentioned('gpt-4o', 'gpt-4o-mini'));
    assert.ok(!isMentioned('gpt-4', 'gpt-4.1'));
    assert.ok(!isMentioned('', 'anything'));
  });
});
