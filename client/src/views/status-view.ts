import { l10n, window, type TreeView } from 'vscode';
import type { Disposable } from '../disposable';
import type { TreeNode } from '../../../server/src/protocol';
import { fixedDays, type WorkspaceStatus } from '../workspace-status';
import type { StatusTree } from './status-tree';

/** Shows the PDCA status view: the tree, the day it is judged at where that is not today, and the overdue as a badge. */
export function createStatusView(
  tree: StatusTree,
  status: WorkspaceStatus,
): { readonly view: TreeView<TreeNode>; readonly subscriptions: readonly Disposable[] } {
  const view = window.createTreeView('aims.status', { treeDataProvider: tree, showCollapseAll: true });
  const update = (): void => {
    tree.refresh();
    describe(view, status);
  };
  const name = (): void => {
    // What falls due is shown whole, and says so: a day that a filter hides is a day that is missed.
    const word = tree.shape.groupBy === 'day' ? l10n.t('all of it, not filtered') : l10n.t('filtered');
    view.description = tree.isFiltered ? word : '';
  };
  return { view, subscriptions: [view, tree, status.onDidChange(update), tree.onDidChangeTreeData(name)] };
}

function describe(view: TreeView<TreeNode>, { latest, state }: WorkspaceStatus): void {
  const overdue = latest?.counts.overdue ?? 0;
  view.badge =
    overdue > 0
      ? {
          value: overdue,
          tooltip:
            overdue === 1
              ? l10n.t('1 requirement is overdue')
              : l10n.t('{0} requirements are overdue', overdue),
        }
      : undefined;
  view.message =
    latest && latest.fixed.length > 0 && state === 'ready'
      ? l10n.t('As of {0} (setting aims.at)', fixedDays(latest.fixed))
      : '';
}
