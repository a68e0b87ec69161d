import assert from 'node:assert/strict';
import { commands, extensions, Uri, workspace } from 'vscode';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
  };
}

const extension = extensions.getExtension<unknown>('aims-as-code.aims-vscode')!;
const { contributes } = extension.packageJSON as Manifest;

/** Commands that links and buttons in a text run. */
const linked = (text: string): readonly string[] =>
  [...text.matchAll(/\(command:([\w.]+)/g)].flatMap(([, id]) => id ?? []);

describe('the way in', () => {
  it('is a walkthrough of at most five steps, each with words and a picture', async () => {
    const [walkthrough, another] = contributes.walkthroughs;
    assert.ok(walkthrough && !another);
    assert.ok(walkthrough.steps.length <= 5);
    for (const { id, title, description, media } of walkthrough.steps) {
      for (const text of [title, description, media.altText])
        assert.doesNotMatch(text, /^%|^$/, `${id} says something, and no key of a text that is gone`);
      const picture = await workspace.fs.readFile(Uri.joinPath(extension.extensionUri, media.svg));
      assert.match(Buffer.from(picture).toString(), /var\(--vscode-/, 'in the colours of the theme');
    }
  });

  it('leads only to commands that are there', async () => {
    const there = new Set(await commands.getCommands(true));
    const steps = contributes.walkthroughs.flatMap((each) => each.steps);
    const texts = [
      ...steps.map(({ description }) => description),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
    ];
    const events = steps.flatMap(({ completionEvents }) =>
      completionEvents.flatMap((event) => /^onCommand:(.*)$/.exec(event)?.[1] ?? []),
    );
    const ids = [...texts.flatMap(linked), ...events];
    assert.ok(ids.includes('aims.newSystem') && ids.includes('aims.newAssessment'));
    assert.deepEqual(
      ids.filter((id) => !there.has(id)),
      [],
    );
  });
});
