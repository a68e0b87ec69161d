import { window } from 'vscode';
import type { Disposable } from '../disposable';
import type { WorkspaceStatus } from '../workspace-status';
import type { SystemsTree } from './systems-tree';

/** Shows the AI systems view. */
export function createSystemsView(tree: SystemsTree, status: WorkspaceStatus): Disposable[] {
  const view = window.createTreeView('aims.systems', { treeDataProvider: tree });
  return [view, tree, status.onDidChange(() => tree.refresh())];
}
