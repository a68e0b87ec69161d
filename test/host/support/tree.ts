import type { TreeItem } from 'vscode';
import type { SystemSummary, TreeNode } from '../../../server/src/protocol';
import { aims } from './vscode';

/** The rows below a row of the PDCA status view, or its first ones. */
export async function rows(parent?: TreeNode): Promise<TreeNode[]> {
  const { statusTree } = await aims();
  return (await statusTree.getChildren(parent)) ?? [];
}

/** How VS Code shows a row. */
export async function itemOf(node: TreeNode): Promise<TreeItem> {
  return (await aims()).statusTree.getTreeItem(node);
}

/** The row at the end of a path of labels, each given by how it begins. */
export async function row(...path: string[]): Promise<TreeNode | undefined> {
  let found: TreeNode | undefined;
  for (const label of path) {
    found = (await rows(found)).find((node) => node.label.startsWith(label));
    if (!found) return undefined;
  }
  return found;
}

/** A row of the AI systems view. */
export async function system(id: string): Promise<SystemSummary | undefined> {
  const { systemsTree } = await aims();
  return (await systemsTree.getChildren())?.find((one) => one.id === id);
}

/** The row of a clause or control of a subject, in whichever phase it is. */
export async function requirement(subject: string, id: string): Promise<TreeNode | undefined> {
  const root = await row(subject);
  for (const phase of root ? await rows(root) : []) {
    const found = (await rows(phase)).find((node) => node.requirement === id);
    if (found) return found;
  }
  return undefined;
}
