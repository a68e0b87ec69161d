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
 * when an agent wants it. Nothing before the workspace is trusted: it asks git.
 */
export class McpServers implements McpServerDefinitionProvider<McpStdioServerDefinition>, Disposable {
  readonly #version: string;
  readonly #program: OwnProgram | undefined;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];

  readonly onDidChangeMcpServerDefinitions = this.#changed.event;

  constructor({ extension, extensionUri }: Pick<ExtensionContext, 'extension' | 'extensionUri'>) {
    this.#version = (extension.packageJSON as { readonly version: string }).version;
    this.#program = ownProgram(extensionUri);
    this.#subscriptions = [
      this.#changed,
      workspace.onDidChangeWorkspaceFolders(() => this.#changed.fire()),
      workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('aims')) this.#changed.fire();
      }),
      ...this.#register(),
    ];
  }

  provideMcpServerDefinitions(): McpStdioServerDefinition[] {
    const program = this.#program;
    if (!program || !workspace.isTrusted) return [];
    const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    const labelOf = ({ name }: WorkspaceFolder): string => (folders.length === 1 ? 'AIMS' : `AIMS: ${name}`);
    return folders.map((folder) => definitionOf(folder, program, labelOf(folder), this.#version));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Nothing where the editor knows no MCP, whatever the types promise: others than VS Code run this extension too. */
  #register(): Disposable[] {
    const { registerMcpServerDefinitionProvider: register } = (lm as Partial<typeof lm> | undefined) ?? {};
    return register ? [register(PROVIDER, this)] : [];
  }
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
