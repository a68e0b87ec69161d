import {
  EventEmitter,
  lm,
  McpStdioServerDefinition,
  workspace,
  type ExtensionContext,
  type McpServerDefinitionProvider,
  type WorkspaceFolder,
} from 'vscode';
import type { Disposable } from '../disposable';
import { optionsOf, ownProgram, type OwnProgram } from '../own-program';

/** Also in `contributes.mcpServerDefinitionProviders`. */
const PROVIDER = 'aims.mcp';

/**
 * Offers `aims mcp` for each workspace folder on disk, for agents that take their tools from MCP servers alone. It starts
 * when an agent wants it. Nothing where the editor knows no MCP, and nothing before the workspace is trusted: git is asked.
 */
export function registerMcp({ extension, extensionUri }: ExtensionContext): Disposable[] {
  const { registerMcpServerDefinitionProvider: register } = (lm as Partial<typeof lm> | undefined) ?? {};
  const program = ownProgram(extensionUri);
  if (!register || !program) return [];
  const { version } = extension.packageJSON as { readonly version: string };
  const changed = new EventEmitter<void>();
  const provider: McpServerDefinitionProvider<McpStdioServerDefinition> = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
      const onDisk = folders.filter(({ uri }) => uri.scheme === 'file');
      const labelOf = ({ name }: WorkspaceFolder): string => (onDisk.length === 1 ? 'AIMS' : `AIMS: ${name}`);
      return onDisk.map((folder) => definitionOf(folder, program, labelOf(folder), version));
    },
  };
  return [
    changed,
    register(PROVIDER, provider),
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('aims')) changed.fire();
    }),
  ];
}

function definitionOf(
  folder: WorkspaceFolder,
  { command, script, env }: OwnProgram,
  label: string,
  version: string,
): McpStdioServerDefinition {
  const args = [script, 'mcp', ...optionsOf(folder)];
  const definition = new McpStdioServerDefinition(label, command, args, { ...env }, version);
  definition.cwd = folder.uri;
  return definition;
}
