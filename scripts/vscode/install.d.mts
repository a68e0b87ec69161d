/** Makes sure that the VS Code of `test/host/vscode/package.json` is installed. */
export function installVsCode(): Promise<void>;
