import {
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  type ExtensionContext,
  type LanguageModelTool,
} from 'vscode';
import type { Disposable } from '../disposable';
import type { Server } from '../server';

/** An entry of `contributes.languageModelTools`, as far as it is read here. */
interface Declared {
  readonly name: string;
  readonly displayName: string;
}

/**
 * Registers the tools that the manifest declares: each asks the server one question and changes nothing. None where the
 * editor knows no tools: others than VS Code run this extension too.
 */
export function registerTools(
  { extension }: Pick<ExtensionContext, 'extension'>,
  server: Server,
): Disposable[] {
  const { contributes } = extension.packageJSON as {
    readonly contributes?: { readonly languageModelTools?: readonly Declared[] };
  };
  // The types promise it; the editor may not keep that.
  const { registerTool } = (lm as Partial<typeof lm> | undefined) ?? {};
  if (!registerTool) return [];
  return (contributes?.languageModelTools ?? []).map((tool) => registerTool(tool.name, toolOf(tool, server)));
}

const toolOf = ({ name, displayName }: Declared, server: Server): LanguageModelTool<object> => ({
  prepareInvocation: () => ({ invocationMessage: l10n.t('{0} (read-only)', displayName) }),
  invoke: async ({ input }, token) => {
    const answer = await server.tool({ name, input }, token);
    // The model reads it and can ask better; an exception it could not.
    const text = !answer
      ? 'The AIMS language server is not running. The user can start it with the command "AIMS: Restart Language Server".'
      : 'error' in answer
        ? answer.error
        : JSON.stringify(answer.result);
    return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
  },
});
