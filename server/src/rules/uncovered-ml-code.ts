import { tr } from '../l10n/tr';
import { createCard } from '../draft';
import { cardLeavingOut, coverByCard } from '../fixes/cover';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, folderOf, relativePath, rootOf } from '../workspace/uri';
import { defineRule } from './rule';
import { codeView, doingOf, hasBegun, modelCalls } from './shared-code';

/** From the workspace folder, as paths of code are told. */
const pathOf = ({ roots }: Snapshot, uri: string): string =>
  relativePath(rootOf(uri, roots) ?? '', uri) ?? baseName(uri);

export const uncoveredMlCode = defineRule({
  id: 'uncovered-ml-code',
  group: 'code',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.4.4',
  summary: 'Code loads, trains or calls a model, and no card covers it.',
  why: 'A model nobody wrote down has no owner, no purpose and no limits. The card is where these stand.',
  help: 'Create a card (the quick fix or `aims init` drafts it from the code), or let `code` of an existing card cover it. Tests and examples need none.',
  message: {
    uncovered:
      'This {what}, but no card (aims.yaml) covers this folder. Create one: the quick fix or `aims init` drafts it.',
    leftOut:
      'This {what}, but `code` of the card of {system} ({card}) leaves it out. Add it there, or create a card for it.',
    nothing:
      'This {what}. A card (aims.yaml) would say what it is for, and what it may do to people: the quick fix or `aims init` drafts one.',
  },
  on: 'code',
  check: (entry, report, { snapshot }) => {
    const folder = folderOf(entry.uri);
    const files = codeView(snapshot).uncovered.get(folder) ?? [];
    const [call] = modelCalls(entry);
    if (!call || !files.includes(entry)) return;
    const details = { args: { what: doingOf(call) }, data: { folder } };
    const where = { uri: entry.uri, range: call.range, cell: call.cell };
    if (!hasBegun(snapshot, entry.uri)) {
      report(where, { ...details, message: 'nothing', severity: 'hint' });
      return;
    }
    const [first, ...others] = files;
    if (first !== entry) return;
    const related = others.flatMap((other) => {
      const [at] = modelCalls(other);
      return at
        ? [{ uri: other.uri, range: at.range, cell: at.cell, message: tr('This {0} too.', doingOf(at)) }]
        : [];
    });
    const above = cardLeavingOut(snapshot, folder);
    if (!above) report(where, { ...details, message: 'uncovered', related });
    else
      report(where, {
        ...details,
        args: { ...details.args, system: above.id, card: pathOf(snapshot, above.uri) },
        message: 'leftOut',
        related,
      });
  },
  fixes: ({ data: { folder } }, { snapshot }) =>
    typeof folder === 'string' ? [...createCard(snapshot, folder), ...coverByCard(snapshot, folder)] : [],
});
