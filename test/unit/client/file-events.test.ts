import assert from 'node:assert/strict';
import type { FileEvent } from 'vscode-languageclient';
import { fileEventsInTime } from '../../../client/src/file-events';

describe('word of changed files', () => {
  it('is sent in time, and all of it, while one of them changes all the time', () => {
    let time = 0;
    let pending: string[] = [];
    const sent: (readonly string[])[] = [];
    let quiet = 0;
    // As the client does: it waits until nothing came for a quarter of a second.
    const next = ({ uri }: FileEvent): Promise<void> => {
      pending.push(uri);
      quiet = time + 250;
      return Promise.resolve();
    };
    const timers: { readonly at: number; readonly run: () => void }[] = [];
    const later = (run: () => void, milliseconds: number): void =>
      void timers.push({ at: time + milliseconds, run });
    const pass = fileEventsInTime({ now: () => time, later });
    const others: string[] = [];
    for (; time < 10_000; time += 50) {
      void pass({ uri: 'file:///w/run.log', type: 2 }, next);
      if (time % 1_000 === 0) {
        others.push(`file:///w/${time}.yaml`);
        void pass({ uri: `file:///w/${time}.yaml`, type: 2 }, next);
      }
      if (pending.length > 0 && time >= quiet) {
        sent.push(pending);
        pending = [];
      }
      while (timers[0] && timers[0].at <= time) timers.shift()?.run();
    }
    assert.ok(sent.length >= 8, `sent ${sent.length} times in ten seconds`);
    const told = new Set([...sent.flat(), ...pending]);
    assert.deepEqual(
      others.filter((uri) => !told.has(uri)),
      [],
    );
  });

  it('is passed on as it comes where changes stop soon', async () => {
    const passed: string[] = [];
    const next = ({ uri }: FileEvent): Promise<void> => Promise.resolve(void passed.push(uri));
    const pass = fileEventsInTime();
    await Promise.all(['a', 'b', 'c'].map((uri) => pass({ uri, type: 1 }, next)));
    assert.deepEqual(passed, ['a', 'b', 'c']);
  });
});
