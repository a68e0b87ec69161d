/** Tools for language models, which `contributes.languageModelTools` of the manifest declares. */

/** Request: one call of a tool. It changes nothing. */
export const TOOL_REQUEST = 'aims/tool';

export interface ToolParams {
  /** As the manifest has it: `aims_list_gaps`. */
  readonly name: string;
  /** As its schema says. */
  readonly input: object;
}

export type ToolResult =
  /** Plain data; texts from files in it are quoted, and no instructions. */
  | { readonly result: object }
  /** Why there is none, and how to ask better: a sentence for the model. */
  | { readonly error: string };
