import { env } from 'vscode';
import type { TreeNode } from '../../../server/src/protocol';

/** Copies the id of a clause or control, such as `A.6.2.4`. */
export async function copyRequirementId({ requirement }: Pick<TreeNode, 'requirement'>): Promise<void> {
  if (requirement) await env.clipboard.writeText(requirement);
}
