/** What a tool for language models is: the same for the editor's and for the Model Context Protocol. */
import type { LanguageService } from '../service';
import type { Snapshot } from '../workspace/snapshot';
import { readInput, type InputOf, type InputSchema } from './schema';

/** What tools look at. They change nothing. */
export interface World {
  readonly service: LanguageService;
  readonly snapshot: Snapshot;
}

export interface ToolMeta {
  /** `aims_list_gaps`: by which models and clients call it. */
  readonly name: string;
  /** `listGaps`: how people name it in a prompt, behind a `#`. */
  readonly reference: string;
  readonly title: string;
  /** For the model: what it answers, and when to ask it. */
  readonly description: string;
  /** For people who choose tools from a list. */
  readonly summary: string;
  /** Of VS Code's icons, as `$(name)`. */
  readonly icon: string;
}

export interface Tool extends ToolMeta {
  readonly input: InputSchema;
  /**
   * @returns plain data
   * @throws {ToolError} where the question cannot be answered as it is asked
   */
  readonly answer: (world: World, raw: unknown) => object;
}

/** A tool whose `run` is given what its schema says, and nothing else. */
export const defineTool = <const S extends InputSchema>({
  run,
  ...tool
}: ToolMeta & { readonly input: S; readonly run: (world: World, input: InputOf<S>) => object }): Tool => ({
  ...tool,
  answer: (world, raw) => run(world, readInput(tool.input, raw)),
});
