import { commands } from 'vscode';
import type { WorkspaceStatus } from '../workspace-status';

/** Goes to the PDCA status view, also in a workspace where it would not show by itself. */
export async function showStatus(status: WorkspaceStatus): Promise<void> {
  await status.show();
  await commands.executeCommand('aims.status.focus');
}
