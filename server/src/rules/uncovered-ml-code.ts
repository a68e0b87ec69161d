import { tr } from '../l10n/tr';
import { createCard } from '../draft';
import { coverByCard } from '../fixes/cover';
import { folderOf } from '../workspace/uri';
import { defineRule } from './rule';
import { codeView, doingOf, hasBegun, modelCalls } from './shared-code';

export const uncoveredMlCode = defineRule({
  id: 'uncovered-ml-code',
  group: 'code',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.4.4',
  summary: 'Code loads, trains or calls a model, and no card covers it.',
  why: 'A model nobody wrote down has no owner, no purpose and no limits. The card is where these stand.',
  help: 'Create a card in the folder, or let `code` of an existing card cover it. Tests and examples need none.',
  message: {
    uncovered: 'This {what}, but no card (aims.yaml) covers this folder. Create one.',
    nothing:
      'This {what}. A card (aims.yaml) beside it would say what it is for, and what it may do to people.',
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
    report(where, { ...details, message: 'uncovered', related });
  },
  fixes: ({ data: { folder } }, { snapshot }) =>
    typeof folder === 'string' ? [...createCard(snapshot, folder), ...coverByCard(snapshot, folder)] : [],
});
