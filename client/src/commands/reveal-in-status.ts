import { l10n, window, type Memento, type TreeView } from 'vscode';
import type { TreeNode } from '../../../server/src/protocol';
import type { Server } from '../server';
import { EVERYTHING, type StatusTree } from '../views/status-tree';
import { filterStatus, groupStatus } from './filter-status';

/** Shows the clause or control the cursor is on in the PDCA status view; a filter that hides it is taken away. */
export async function revealInStatus(
  server: Server,
  tree: StatusTree,
  view: TreeView<TreeNode>,
  memory: Memento,
): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const found = await server.treePath({
    uri: editor.document.uri.toString(),
    position: editor.selection.active,
  });
  if (!found || found.nodes.length === 0) {
    void window.showInformationMessage(
      l10n.t(
        'Nothing in the status is about this place. It can be asked in a card, an assessment, or ML code of a system.',
      ),
    );
    return;
  }
  if (!(await tree.shows(found.nodes))) {
    await filterStatus(tree, memory, EVERYTHING.filter);
    await groupStatus(tree, memory, EVERYTHING.groupBy);
  }
  await tree.reveal(view, found.nodes);
}
