import { commands, type Memento } from 'vscode';
import type { StatusTree } from '../views/status-tree';

const REMEMBERED = 'status.show';

/** Shows everything in the PDCA status view, or only what is open; remembered for the workspace. */
export async function filterStatus(tree: StatusTree, memory: Memento, what: 'all' | 'open'): Promise<void> {
  tree.show(what);
  await commands.executeCommand('setContext', 'aims.show', what);
  await memory.update(REMEMBERED, what);
}

/** Brings back the filter of the last time. */
export async function restoreFilter(tree: StatusTree, memory: Memento): Promise<void> {
  await filterStatus(tree, memory, memory.get(REMEMBERED) === 'open' ? 'open' : 'all');
}
