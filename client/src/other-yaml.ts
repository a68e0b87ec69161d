/** Whether another extension reports what is no YAML: nobody wants to read that twice. */
import { extensions, workspace } from 'vscode';
import type { Disposable } from './disposable';

/** The YAML extension does, unless the user told it not to. */
export const reportsYaml = (): boolean =>
  extensions.getExtension('redhat.vscode-yaml') !== undefined &&
  workspace.getConfiguration('yaml').get('validate', true);

/** Extensions come and go while the server runs. @param tell is called with the answer when it is another one */
export function followReportsYaml(tell: (reports: boolean) => void): Disposable[] {
  let told = reportsYaml();
  const look = (): void => {
    const now = reportsYaml();
    if (now === told) return;
    told = now;
    tell(now);
  };
  return [
    extensions.onDidChange(look),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('yaml.validate')) look();
    }),
  ];
}
