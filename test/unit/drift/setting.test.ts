import assert from 'node:assert/strict';
import { createLanguageService } from '../../../server/src/service';
import { DEFAULT_SETTINGS } from '../../../server/src/settings/settings';
import { MemoryHost } from '../../../server/src/workspace/memory-host';

const FILES = {
  'aims.yaml': [
    'aims: 1',
    'kind: system',
    'id: support',
    'target: managed',
    'code: ["*.py", "gone/**"]',
    'models: [{id: a, basedOn: {name: gpt-4o-mini}}, {id: b, basedOn: {name: gpt-3.5-turbo}}]',
  ].join('\n'),
  'reply.py': [
    'from openai import OpenAI',
    'OpenAI().chat.completions.create(model="gpt-4o-mini")',
    'OpenAI().chat.completions.create(model="gpt-4o")',
  ].join('\n'),
};

async function aboutCode(codeFindings: boolean): Promise<readonly string[]> {
  const service = createLanguageService({
    host: new MemoryHost(FILES),
    clock: { today: () => '2026-11-01' },
    log: { warn: (message) => assert.fail(message) },
    settings: { ...DEFAULT_SETTINGS, codeFindings },
  });
  const snapshot = await service.snapshot();
  return service
    .files(snapshot)
    .flatMap((uri) => service.findings(snapshot, uri))
    .map(({ rule }) => rule)
    .filter((rule) => /code|not-on-card/.test(rule));
}

describe('the setting that turns findings about code off', () => {
  it('holds for those on cards too', async () => {
    assert.deepEqual([...(await aboutCode(true))].sort(), [
      'code-pattern-empty',
      'model-not-in-code',
      'model-not-on-card',
    ]);
    assert.deepEqual(await aboutCode(false), []);
  });
});
