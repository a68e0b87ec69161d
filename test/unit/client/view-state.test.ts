import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { viewState } from '../../../client/src/view-state';
import type { StatusResult } from '../../../server/src/protocol';

const NOTHING: StatusResult = {
  revision: 1,
  state: 'ready',
  today: '2026-11-01',
  fixed: [],
  counts: {},
  organizations: 0,
  systems: 0,
  assessments: 0,
  approvals: 0,
  codeFiles: 0,
  uncoveredCodeFiles: 0,
  broken: [],
  watching: true,
};
const BROKEN = {
  uri: 'file:///w/aims.yaml',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};

const state = (status: Partial<StatusResult>): string => viewState('running', { ...NOTHING, ...status });

describe('what the views show', () => {
  it('is the tree as soon as there is a card or an organization, whatever else there is', () => {
    assert.equal(state({ systems: 1, assessments: 1, broken: [BROKEN] }), 'ready');
    assert.equal(state({ organizations: 1 }), 'ready');
  });

  it('is a welcome of its own where an impact assessment has no card', () => {
    assert.equal(state({ assessments: 1 }), 'no-card');
    assert.equal(
      state({ assessments: 1, broken: [BROKEN] }),
      'unreadable',
      'the card may be the broken file',
    );
    assert.equal(state({}), 'empty');
  });

  it('waits for the server, and says when it is gone', () => {
    assert.equal(viewState('running', undefined), 'starting');
    assert.equal(state({ state: 'reading' }), 'starting');
    assert.equal(viewState('stopped', { ...NOTHING, systems: 1 }), 'stopped');
  });

  it('always has something to show: each state without a tree has a welcome', () => {
    const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    for (const each of [
      state({}),
      state({ assessments: 1 }),
      state({ broken: [BROKEN] }),
      'starting',
      'stopped',
    ])
      assert.match(manifest, new RegExp(`"when": "[^"]*aims\\.state == ${each}"`));
  });
});
