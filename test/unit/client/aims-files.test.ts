import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { AIMS_FILES } from '../../../client/src/aims-files';

describe('names of AIMS files', () => {
  it('are the same where the extension starts and where it looks for them', () => {
    const { activationEvents } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      activationEvents: readonly string[];
    };
    assert.ok(activationEvents.includes(`workspaceContains:${AIMS_FILES}`), activationEvents.join('\n'));
  });
});
