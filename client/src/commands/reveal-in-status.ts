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
  const node = found?.nodes.at(-1);
  if (!found || !node) {
    void window.showInformationMessage(
      l10n.t(
        'Nothing in the status is about this place. It can be asked in a card, an assessment, or ML code of a system.',
      ),
    );
    return;
  }
  if (Object.keys(tree.shape.filter).length > 0) await filterStatus(tree, memory, EVERYTHING.filter);
  if (tree.shape.groupBy !== EVERYTHING.groupBy) await groupStatus(tree, memory, EVERYTHING.groupBy);
  tree.rememberPath(found.nodes);
  await view.reveal(node, { select: true, focus: true, expand: true });
}
