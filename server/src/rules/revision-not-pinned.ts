import { tr } from '../l10n/tr';
import { unpinned } from '../drift/pins';
import { leaveOut } from '../fixes/leave-out';
import { replaceAt, isPlace, oneEdit, yamlText } from '../fixes/yaml';
import { below } from '../model/located';
import { defineRule } from './rule';
import { alsoAt, nameOf, whereIs } from './shared-drift';

export const revisionNotPinned = defineRule({
  id: 'revision-not-pinned',
  group: 'code',
  severity: 'warning',
  basis: 'standard',
  requirement: 'A.4.4',
  summary: 'The card pins a revision of a model, and the code loads another, or whatever is newest.',
  why: 'What was tested and approved is the revision on the card. Names on a hub or at a provider move on to other weights.',
  help: 'Ask for the revision on the card (`revision=…`, or the dated name of a hosted model), or put the one in use on the card and look again at what was measured.',
  message: {
    newest: 'This takes the newest {model}, but the card of {system} pins {pinned}. Ask for that one.',
    other: 'This takes {other} of {model}, but the card of {system} pins {pinned}. Bring the two together.',
  },
  on: 'code',
  check: (entry, report, { snapshot }) => {
    const [system] = entry.coveredBy;
    if (!system) return;
    for (const { model, pinned, other, uses } of unpinned(snapshot, system)) {
      const [first, ...others] = uses;
      if (first.entry !== entry || !model.basedOn) continue;
      const key = model.basedOn.revision ? 'revision' : 'name';
      report(whereIs(first), {
        message: other === undefined ? 'newest' : 'other',
        args: {
          model: first.use.text,
          system: nameOf(system),
          pinned,
          ...(other === undefined ? {} : { other }),
        },
        related: [
          ...alsoAt(others),
          { place: below(model.basedOn, key), part: 'value', message: tr('The revision on the card.') },
        ],
        data: { revision: below(model.basedOn, 'revision'), other },
      });
    }
  },
  fixes: ({ uri, data: { revision, other } }, { snapshot }) => {
    const [system] = snapshot.code.get(uri)?.coveredBy ?? [];
    const onCard =
      isPlace(revision) && typeof other === 'string'
        ? oneEdit(
            tr('Put {0} on the card', other),
            revision.uri,
            replaceAt(snapshot, revision, 'value', yamlText(other)),
          )
        : [];
    return [...onCard, ...(system ? leaveOut(snapshot, system, uri) : [])];
  },
});
