import {
  window,
  type ExtensionContext,
  type FileDecorationProvider,
  type LogOutputChannel,
  type TreeDataProvider,
  type TreeView,
  type Uri,
} from 'vscode';
import type { SystemSummary, TreeNode } from '../../server/src/protocol';
import { McpServers } from './agents/mcp';
import { registerTools } from './agents/tools';
import { registerCommands } from './commands';
import { restoreFilter } from './commands/filter-status';
import type { Client } from './connection';
import { createDashboard } from './dashboard';
import { EvidenceTests } from './evidence-tests/controller';
import { watchFirstFinding } from './first-finding';
import { Server } from './server';
import { registerTasks } from './tasks';
import { CardDecorations } from './views/decorations';
import { createLanguageStatus } from './views/language-status';
import { StatusTree } from './views/status-tree';
import { createStatusView } from './views/status-view';
import { SystemsTree } from './views/systems-tree';
import { createSystemsView } from './views/systems-view';
import { WorkspaceStatus } from './workspace-status';

/** What `activate` gives to other extensions, and to the tests. */
export interface AimsApi {
  readonly statusTree: TreeDataProvider<TreeNode>;
  readonly statusView: TreeView<TreeNode>;
  readonly systemsTree: TreeDataProvider<SystemSummary>;
  readonly decorations: FileDecorationProvider;
  readonly evidenceTests: EvidenceTests;
  readonly mcpServers: McpServers;
}

let running: Server | undefined;

/**
 * What happens at the first file that may concern us. Does not wait for the server: the views say it is starting.
 *
 * @param createClient of a server that is not started yet, for an extension that is installed at the URI
 */
export async function start(
  context: ExtensionContext,
  createClient: (extensionUri: Uri, log: LogOutputChannel) => Client,
): Promise<AimsApi> {
  const log = window.createOutputChannel('AIMS', { log: true });
  const server = (running = new Server(() => createClient(context.extensionUri, log), log));
  const status = new WorkspaceStatus(server);
  const tree = new StatusTree(server);
  const systems = new SystemsTree(server);
  const mcpServers = new McpServers(context);
  const decorations = new CardDecorations(server, status);
  const evidenceTests = new EvidenceTests(server, status);
  const { view, subscriptions } = createStatusView(tree, status);
  context.subscriptions.push(
    log,
    server,
    status,
    ...subscriptions,
    ...createSystemsView(systems, status),
    ...createLanguageStatus(status),
    ...createDashboard(server, context.extensionUri),
    ...registerTools(context, server),
    mcpServers,
    ...registerTasks(context.extensionUri),
    decorations,
    evidenceTests,
    watchFirstFinding(),
    ...registerCommands({ server, status, tree, view, log, memory: context.workspaceState }),
  );
  await restoreFilter(tree, context.workspaceState);
  void server.start();
  return { statusTree: tree, statusView: view, systemsTree: systems, decorations, evidenceTests, mcpServers };
}

/** Called by VS Code before it ends: lets the server leave by itself. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
