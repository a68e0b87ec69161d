import type { Artefact } from '../model/build';
import { has, type BlockBase, type Value } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import { defineRule } from './rule';
import { asksForMore } from './shared-subject';

interface Claim {
  readonly digest: Value<string> | undefined;
  readonly block: BlockBase;
  /** The key that would name the file. */
  readonly key: string;
}

/** An address of another place, where what has the digest may be kept. */
const isElsewhere = (source: Value<string> | undefined): boolean =>
  /^[\w+.-]+:\/\//.test(source?.value ?? '');

const claimsIn = (artefact: Artefact): readonly Claim[] =>
  artefact.kind !== 'system'
    ? []
    : [
        ...(artefact.body.models?.items ?? []).map((block) => ({
          digest: block.digest,
          block,
          key: 'artifact',
        })),
        ...(artefact.body.datasets?.items ?? []).flatMap((block) =>
          isElsewhere(block.source) ? [] : { digest: block.digest, block, key: 'file' },
        ),
      ];

export const digestWithoutFile = defineRule({
  id: 'digest-without-file',
  group: 'model-card',
  severity: 'info',
  basis: 'practice',
  summary: 'A model or dataset has a digest, but no file the digest is of.',
  why: 'A digest is compared with its file each time. Without the file it is compared with nothing, and a file that was exchanged stays unnoticed.',
  help: 'Name the file, model files under `artifact`, data under `file`. Where it is kept elsewhere, its path here may lead to nothing.',
  message: 'This digest is compared with nothing. Name the file it is of under `{key}`.',
  on: 'system',
  check: (system, report) => {
    if (system.inventoryOnly || !asksForMore(system)) return;
    for (const { digest, block, key } of claimsIn(system.artefact))
      if (digest && !isPlaceholder(digest.value) && !has(block, key))
        report({ place: digest.place, part: 'value' }, { args: { key }, absent: true });
  },
});
