import { tr } from '../l10n/tr';
import { parseDigest } from '../evidence';
import { changeTo } from '../fixes/yaml';
import { claimedDigests } from '../workspace/claimed-digests';
import { defineRule } from './rule';

/** Enough to tell two apart, few enough to read. */
const SHOWN = 12;
const short = (digest: string): string => digest.slice(0, 'sha256:'.length + SHOWN) + '…';

export const digestDiffers = defineRule({
  id: 'digest-differs',
  group: 'model-card',
  severity: 'warning',
  basis: 'format',
  summary: 'A model or data file is not the one whose digest the card gives.',
  why: 'What the card says was found out about one file, and another stands in its place now: figures, tests and approvals may not hold for it.',
  help: 'Put the file back that the card is about. If the new one is meant, evaluate it, bring the card up to date, and give its digest.',
  message:
    '{file} has the digest {actual}, not {claimed}: it is another file than the card is about. Put it back, or bring the card up to date.',
  on: 'document',
  check: ({ artefact }, report, { snapshot }) => {
    for (const { file, digest } of claimedDigests(artefact)) {
      const resolved = snapshot.resolve(file.value, file.place.uri);
      const claimed = parseDigest(digest.value);
      if (resolved.kind !== 'file' || !claimed || snapshot.exists(resolved) !== 'file') continue;
      const actual = snapshot.digestOf(resolved.uri);
      // The digest of text may have been taken on a system with other line breaks.
      if (actual?.bytes === undefined || [actual.bytes, actual.content].includes(claimed)) continue;
      report(
        { place: digest.place, part: 'value' },
        {
          args: { file: file.value, actual: short(actual.bytes), claimed: short(claimed) },
          related: [{ place: file.place, part: 'value', message: tr('The file.') }],
          data: { place: digest.place, text: actual.bytes },
        },
      );
    }
  },
  fixes: ({ data }, { snapshot }) => changeTo(snapshot, data.place, data.text),
});
