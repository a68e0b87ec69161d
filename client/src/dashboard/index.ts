import { commands, window, type Uri, type WebviewPanel } from 'vscode';
import type { Disposable } from '../disposable';
import type { Server } from '../server';
import { DashboardPanel, VIEW_TYPE } from './panel';

/** Registers the dashboard: the command that opens it, and how VS Code brings it back after it was reloaded. */
export function createDashboard(server: Server, extension: Uri): Disposable[] {
  const dashboard = new DashboardPanel(server, extension);
  const deserializeWebviewPanel = (panel: WebviewPanel): Promise<void> => {
    dashboard.adopt(panel);
    return Promise.resolve();
  };
  return [
    dashboard,
    commands.registerCommand('aims.openDashboard', () => dashboard.show()),
    window.registerWebviewPanelSerializer(VIEW_TYPE, { deserializeWebviewPanel }),
  ];
}
