/** `aims/tool`: tools for language models, as the Model Context Protocol offers them too. */
import { RequestType } from 'vscode-languageserver';
import { callTool } from '../../agents';
import { TOOL_REQUEST, type ToolParams, type ToolResult } from '../../protocol';
import { answer } from '../answer';
import type { Session } from '../session';

export function answerTools(session: Session): void {
  const { service } = session;
  const call = async (params: ToolParams | null): Promise<ToolResult> => {
    const { name, input } = readParams(params);
    return callTool({ service, snapshot: await session.wholeSnapshot() }, name, input);
  };
  answer(session, new RequestType<ToolParams | null, ToolResult, void>(TOOL_REQUEST), call, {
    // For the model, in English as everything it reads.
    otherwise: { error: 'The tool failed inside. The log of AIMS says more.' },
    // Who asks while a large workspace is read the first time waits: half an answer would be wrong.
    staysOpen: true,
  });
}

/** Any client may send anything. */
function readParams(params: unknown): { readonly name: string; readonly input: unknown } {
  if (typeof params !== 'object' || params === null) return { name: '', input: undefined };
  const { name, input } = params as Partial<Record<keyof ToolParams, unknown>>;
  return { name: typeof name === 'string' ? name : '', input };
}
