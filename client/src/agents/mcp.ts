import {
  EventEmitter,
  lm,
  McpStdioServerDefinition,
  Uri,
  workspace,
  type ExtensionContext,
  type McpServerDefinitionProvider,
  type WorkspaceFolder,
} from 'vscode';
import type { Disposable } from '../disposable';

/** Also in `contributes.mcpServerDefinitionProviders`. */
const PROVIDER = 'aims.mcp';

/**
 * Offers `aims mcp` for each workspace folder on disk, for agents that take their tools from MCP servers alone. It starts
 * when an agent wants it. Nothing where the editor knows no MCP, and nothing before the workspace is trusted: git is asked.
 */
export function registerMcp({ extension, extensionUri }: ExtensionContext): Disposable[] {
  const { registerMcpServerDefinitionProvider: register } = (lm as Partial<typeof lm> | undefined) ?? {};
  if (!register || typeof process === 'undefined' || process.execPath === '') return [];
  const { version } = extension.packageJSON as { readonly version: string };
  const changed = new EventEmitter<void>();
  const provider: McpServerDefinitionProvider<McpStdioServerDefinition> = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
      const onDisk = folders.filter(({ uri }) => uri.scheme === 'file');
      const cli = Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
      return onDisk.map((folder) => definitionOf(folder, { cli, version, isOnly: onDisk.length === 1 }));
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

interface Program {
  readonly cli: string;
  readonly version: string;
  readonly isOnly: boolean;
}

function definitionOf(folder: WorkspaceFolder, { cli, version, isOnly }: Program): McpStdioServerDefinition {
  const definition = new McpStdioServerDefinition(
    isOnly ? 'AIMS' : `AIMS: ${folder.name}`,
    // The editor's own Node: nobody has to install one.
    process.execPath,
    [cli, 'mcp', ...settingsOf(folder)],
    { ELECTRON_RUN_AS_NODE: '1' },
    version,
  );
  definition.cwd = folder.uri;
  return definition;
}

/** What the editor judges by, so that both say the same. */
function settingsOf(folder: WorkspaceFolder): readonly string[] {
  const settings = workspace.getConfiguration('aims', folder.uri);
  const at = settings.get<unknown>('at');
  const reports = settings.get<unknown>('testResults');
  const named = (Array.isArray(reports) ? reports : []).filter((each) => typeof each === 'string');
  return [
    ...(typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at) ? [`--at=${at}`] : []),
    ...named.map((each) => `--test-results=${each}`),
  ];
}
