import {
  l10n,
  MarkdownString,
  TreeItem,
  TreeItemCollapsibleState,
  type CancellationToken,
  type TreeDataProvider,
} from 'vscode';
import type { Disposable } from '../disposable';
import type { TreeNode } from '../../../server/src/protocol';
import { goTo } from '../place';
import type { Server } from '../server';
import { iconOf } from './icons';
import { QuietRefresh } from './quiet-refresh';

/** So few subjects are unfolded when the view opens for the first time. */
const FEW_ROOTS = 3;

/**
 * The rows of the PDCA status view. The server has all answers; each node is asked for its children when it is
 * unfolded, and everything on the screen again when the server says that something changed.
 */
export class StatusTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #server: Server;
  readonly #refresh = new QuietRefresh();
  #show: 'all' | 'open' = 'all';
  #roots: readonly TreeNode[] = [];

  readonly onDidChangeTreeData = this.#refresh.event;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Everything, or only what asks somebody to do something. */
  show(what: 'all' | 'open'): void {
    this.#show = what;
    this.refresh();
  }

  refresh(): void {
    this.#refresh.request();
  }

  async getChildren(node?: TreeNode, token?: CancellationToken): Promise<TreeNode[]> {
    const params = { ...(node && { node: node.id }), show: this.#show };
    const result = await this.#refresh.answer(this.#server.tree(params, token));
    const nodes = [...(result?.nodes ?? [])];
    if (!node) this.#roots = nodes;
    return nodes;
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = new TreeItem(node.label, this.#fold(node));
    item.id = node.id;
    item.description = node.description;
    item.tooltip = new MarkdownString(node.tooltip);
    const icon = iconOf(node);
    if (icon) item.iconPath = icon;
    item.contextValue = node.contextValue;
    item.accessibilityInformation = { label: node.accessibleLabel };
    // A row with a command unfolds only at its arrow: subjects and phases are there to be unfolded.
    if (node.location && isLeaf(node)) item.command = goTo(node.location, l10n.t('Go to Place'));
    return item;
  }

  dispose(): void {
    this.#refresh.dispose();
  }

  #fold(node: TreeNode): TreeItemCollapsibleState {
    if (!node.hasChildren) return TreeItemCollapsibleState.None;
    const open = this.#roots.length <= FEW_ROOTS && this.#roots.some((root) => root.id === node.id);
    return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  }
}

function isLeaf({ kind }: TreeNode): boolean {
  return kind === 'clause' || kind === 'control' || kind === 'item';
}
