import {
  l10n,
  MarkdownString,
  TreeItem,
  TreeItemCollapsibleState,
  type CancellationToken,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import type { Disposable } from '../disposable';
import type { TreeFilter, TreeNode } from '../../../server/src/protocol';
import { goTo } from '../place';
import type { Server } from '../server';
import { iconOf } from './icons';
import { QuietRefresh } from './quiet-refresh';

/** So few subjects are unfolded when the view opens for the first time. */
const FEW_ROOTS = 3;

/** What the tree shows, and how it is put together. */
export interface TreeShape {
  readonly filter: TreeFilter;
  readonly groupBy: 'phase' | 'day';
}

export const EVERYTHING: TreeShape = { filter: {}, groupBy: 'phase' };

/**
 * The rows of the PDCA status view. The server has all answers; each node is asked for its children when it is
 * unfolded, and everything on the screen again when the server says that something changed.
 */
export class StatusTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #server: Server;
  readonly #refresh = new QuietRefresh();
  /** By the id of a row: the row it stands below. */
  readonly #parents = new Map<string, TreeNode>();
  #shape = EVERYTHING;
  #roots: readonly TreeNode[] = [];

  readonly onDidChangeTreeData = this.#refresh.event;

  constructor(server: Server) {
    this.#server = server;
  }

  get shape(): TreeShape {
    return this.#shape;
  }

  /** Is something left out? */
  get isFiltered(): boolean {
    return Object.values(this.#shape.filter).some((value) => value !== undefined);
  }

  show(shape: TreeShape): void {
    this.#shape = shape;
    this.refresh();
  }

  refresh(): void {
    this.#refresh.request();
  }

  async getChildren(node?: TreeNode, token?: CancellationToken): Promise<TreeNode[]> {
    const params = { ...(node && { node: node.id }), ...this.#shape };
    const result = await this.#refresh.answer(this.#server.tree(params, token));
    const nodes = [...(result?.nodes ?? [])];
    if (node) this.#remember(node, nodes);
    else this.#roots = nodes;
    return nodes;
  }

  /** VS Code asks for it to show a row that was never unfolded. */
  getParent(node: TreeNode): TreeNode | undefined {
    return this.#parents.get(node.id);
  }

  /**
   * Unfolds and selects the last of some rows, given from the top down. A refresh in the middle would make VS Code
   * forget the row, so none comes until it is selected.
   */
  async reveal(view: TreeView<TreeNode>, nodes: readonly TreeNode[]): Promise<void> {
    const node = nodes.at(-1);
    if (!node) return;
    nodes.forEach((each, at) => {
      const parent = nodes[at - 1];
      if (parent) this.#remember(parent, [each]);
    });
    await this.#refresh.settled();
    await this.#refresh.answer(
      Promise.resolve(view.reveal(node, { select: true, focus: true, expand: true })),
    );
  }

  /** Are all of these rows, given from the top down, there in the shape of now? */
  async shows(nodes: readonly TreeNode[]): Promise<boolean> {
    if (this.#shape.groupBy === EVERYTHING.groupBy && !this.isFiltered) return true;
    const isThere = async (node: TreeNode, above: TreeNode | undefined): Promise<boolean> => {
      const rows = await this.#server.tree({ ...(above && { node: above.id }), ...this.#shape });
      return rows?.nodes.some(({ id }) => id === node.id) ?? false;
    };
    const there = await Promise.all(nodes.map((node, at) => isThere(node, nodes[at - 1])));
    return there.every(Boolean);
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

  #remember(parent: TreeNode, nodes: readonly TreeNode[]): void {
    for (const { id } of nodes) this.#parents.set(id, parent);
  }

  #fold(node: TreeNode): TreeItemCollapsibleState {
    if (!node.hasChildren) return TreeItemCollapsibleState.None;
    const isRoot = this.#roots.some((root) => root.id === node.id);
    const open = isRoot && (this.#roots.length <= FEW_ROOTS || node.kind === 'period');
    return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  }
}

function isLeaf({ kind }: TreeNode): boolean {
  return kind === 'clause' || kind === 'control' || kind === 'item';
}
