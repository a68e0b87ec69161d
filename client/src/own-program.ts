import { Uri, workspace, type WorkspaceFolder } from 'vscode';

/** The command line that comes with the extension, run by the editor's own Node: nobody has to install one. */
export interface OwnProgram {
  readonly command: string;
  /** First of the arguments. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

interface MaybeNode {
  readonly process?: { readonly execPath?: string };
}

/** @returns undefined where there is no Node: in a browser */
export function ownProgram(extensionUri: Uri): OwnProgram | undefined {
  const { process } = globalThis as MaybeNode;
  const command = process?.execPath ?? '';
  if (command === '') return undefined;
  return {
    command,
    script: Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  };
}

/** What the editor judges a folder by, as options of the command line, so that both say the same. */
export function optionsOf(folder: WorkspaceFolder): readonly string[] {
  const settings = workspace.getConfiguration('aims', folder.uri);
  const at = settings.get<unknown>('at');
  const reports = settings.get<unknown>('testResults');
  const named = (Array.isArray(reports) ? reports : []).filter((each) => typeof each === 'string');
  return [
    ...(typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at) ? [`--at=${at}`] : []),
    ...named.map((each) => `--test-results=${each}`),
  ];
}
