/** What the approvals record says of what is under the cursor: who approved it, and whether it is still what it was. */
import { tr } from '../../l10n/tr';
import type { Approvable } from '../../lock/approvable';
import { attestCommand } from '../../lock/command';
import { approvalsOf, type RecordedApproval } from '../../lock/state';
import { approvablesIn } from '../../lock/subjects';
import type { Day } from '../../model/scalars';
import type { Route } from '../../syntax/types';
import { wordOf } from '../../verdict/approval';
import type { HoverContext } from './context';

/** Keys that speak of an approval of the block they stand in. */
const SPEAKS = new Set<string | number | undefined>(['approvedBy', 'approvedOn', 'by', 'reviewed']);

/** @returns undefined where nothing that can be approved stands there */
export function approvalHover(context: HoverContext, route: Route): string | undefined {
  const approvable = approvableAt(context, route);
  if (!approvable || approvable.withheld !== undefined) return undefined;
  const { snapshot, date, markup } = context;
  const state = approvalsOf(snapshot).stateOf(approvable);
  const said = inWords({ approvable, state }, date);
  if (said !== undefined) return `${markup.bold(tr('Approvals record:'))} ${markup.message(said)}`;
  const [first] = approvable.named;
  if (state.kind !== 'unrecorded' || !first) return undefined;
  const command = markup.code(attestCommand(snapshot.roots, approvable, first.who.value));
  return tr(
    '{0} not recorded, so a later change would go unnoticed. {1} records it.',
    markup.bold(tr('Approvals record:')),
    command,
  );
}

function inWords(recorded: RecordedApproval, date: Day): string | undefined {
  if (recorded.state.kind === 'outdated')
    return tr(
      'The last record is of {0}; the approval the file speaks of now is not recorded.',
      recorded.state.recorded.record.effective,
    );
  return wordOf(recorded, date)?.message;
}

/** The block a key speaks of, or an item of a list: evidence in its short form. */
const homeOf = (route: Route): Route | undefined =>
  SPEAKS.has(route.at(-1)) ? route.slice(0, -1) : typeof route.at(-1) === 'number' ? route : undefined;

function approvableAt({ snapshot, cursor }: HoverContext, route: Route): Approvable | undefined {
  const home = homeOf(route)?.join('\n');
  if (home === undefined) return undefined;
  return [...approvablesIn(snapshot).values()].find(
    ({ artefact, place, homes }) =>
      artefact === cursor.artefact && [place, homes[0]].some((each) => each?.route.join('\n') === home),
  );
}
