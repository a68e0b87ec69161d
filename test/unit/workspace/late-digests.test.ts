import assert from 'node:assert/strict';
import { createLanguageService, type LanguageService } from '../../../server/src/service';
import type { FileDigest } from '../../../server/src/workspace/host';
import { MemoryHost } from '../../../server/src/workspace/memory-host';

const ROOT = 'file:///workspace';
const CARD = `${ROOT}/aims.yaml`;
const MODEL = `${ROOT}/model.bin`;
const card = `aims: 1
kind: system
id: credit
models:
  - {id: m, artifact: model.bin, digest: "sha256:${'0'.repeat(64)}"}
  - {id: n, artifact: small.bin, digest: "sha256:${'0'.repeat(64)}"}
`;

/** A host that has read the model only when `go` is called, and counts how often it reads. */
class SlowHost extends MemoryHost {
  reads = 0;
  #waiting: (() => void)[] = [];

  override async digest(uri: string): Promise<FileDigest | undefined> {
    if (uri !== MODEL) return super.digest(uri);
    this.reads++;
    const digest = await super.digest(uri);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return digest;
  }

  go(): void {
    for (const go of this.#waiting.splice(0)) go();
  }
}

interface Opened {
  readonly host: SlowHost;
  readonly service: LanguageService;
}

function open(): Opened {
  const host = new SlowHost({ 'aims.yaml': card, 'model.bin': '1', 'small.bin': '1' }, ROOT);
  const warn = (message: string): never => {
    throw new Error(message);
  };
  return {
    host,
    service: createLanguageService({ host, clock: { today: () => '2026-11-01' }, log: { warn } }),
  };
}

/** As in an editor, which is told what comes late. */
function openInEditor(): Opened & { readonly told: () => number; readonly word: () => Promise<void> } {
  const opened = open();
  let told = 0;
  let tell = (): void => undefined;
  opened.service.index.onLate = () => {
    told++;
    tell();
  };
  return { ...opened, told: () => told, word: () => new Promise((resolve) => (tell = resolve)) };
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

describe('digests of large files', () => {
  it('do not hold an editor up: it is told when they are there', async () => {
    const { host, service, told, word } = openInEditor();
    const first = await took(() => service.snapshot());
    assert.ok(first < 1_000, `${first} ms`);
    const early = await service.snapshot();
    assert.equal(early.digestOf(MODEL), undefined);
    assert.ok(early.digestOf(`${ROOT}/small.bin`), 'what takes no time is known at once');
    const digestRules = (now: typeof early): readonly string[] =>
      service.findings(now, CARD).flatMap(({ rule }) => (rule.includes('digest') ? rule : []));
    assert.equal(digestRules(early).length, 1, 'what is not known is no finding');
    // Whoever asks again does not wait again.
    const again = await took(() => service.snapshot());
    assert.ok(again < 150, `${again} ms`);
    assert.equal(await service.snapshot(), early);
    const here = word();
    host.go();
    await here;
    const late = await service.snapshot();
    assert.ok(late.digestOf(MODEL));
    assert.equal(digestRules(late).length, 2);
    assert.deepEqual([host.reads, told()], [1, 1]);
  });

  it('are waited for where nobody is told, and where something is approved', async () => {
    for (const isEditor of [false, true]) {
      const { host, service } = isEditor ? openInEditor() : open();
      if (isEditor) await service.snapshot();
      let isDone = false;
      const waiting = (
        isEditor
          ? service.toApprove((now) => {
              now.digestOf(MODEL);
              return [];
            })
          : service.snapshot()
      ).then((answer) => {
        isDone = true;
        return 'context' in answer ? answer.context.snapshot : answer;
      });
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(isDone, false);
      host.go();
      assert.ok((await waiting).digestOf(MODEL));
    }
  });

  it('are read once at a time though the file changes all the time, and again when it has changed', async () => {
    const { host, service, told, word } = openInEditor();
    await service.snapshot();
    for (const text of ['2', '3', '4']) {
      host.write(MODEL, text);
      await service.index.changed([MODEL]);
      await service.snapshot();
    }
    assert.equal(host.reads, 1);
    host.go();
    await soon();
    assert.equal(host.reads, 2);
    assert.equal((await service.snapshot()).digestOf(MODEL), undefined, 'what was read first is out of date');
    assert.equal(told(), 0);
    const here = word();
    host.go();
    await here;
    const digest = (await service.snapshot()).digestOf(MODEL);
    assert.deepEqual(digest, await new MemoryHost({ 'model.bin': '4' }, ROOT).digest(MODEL));
    assert.equal(host.reads, 2);
  });

  it('are read no more where nobody asks for them any longer', async () => {
    const { host, service } = openInEditor();
    await service.snapshot();
    host.write(CARD, 'aims: 1\nkind: system\nid: credit\n');
    await service.index.changed([CARD, MODEL]);
    await service.snapshot();
    host.go();
    await soon();
    await service.snapshot();
    assert.equal(host.reads, 1);
  });
});
