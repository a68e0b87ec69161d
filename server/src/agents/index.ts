/** Tools for language models: declared once, offered by the editor and over the Model Context Protocol. */
import { nearest } from '../catalogue';
import { inEnglish } from '../l10n/tr';
import { quoteForUser } from '../syntax/quoteForUser';
import { draftEvidence } from './draft-evidence';
import { explainRequirement } from './explain-requirement';
import { listGaps } from './list-gaps';
import { requirementsOfFile } from './requirements-of-file';
import { NOTICE } from './said';
import { ToolError } from './schema';
import { status } from './status';
import type { Tool, World } from './tool';

export type { Tool } from './tool';

/** In the order in which they are offered. */
export const TOOLS: readonly Tool[] = [
  status,
  listGaps,
  explainRequirement,
  requirementsOfFile,
  draftEvidence,
];

export type ToolAnswer = { readonly result: object } | { readonly error: string };

/**
 * Answers one call, in English whatever the editor speaks: one language is easier to work with than two, and what is
 * asked by a program stays the same for everybody. What is wrong with the question comes back as `error`, in words; only
 * a bug of ours throws.
 *
 * @param raw the input as it came
 */
export function callTool(world: World, name: string, raw: unknown): ToolAnswer {
  const tool = TOOLS.find((each) => each.name === name);
  if (!tool) return { error: `There is no tool ${quoteForUser(name)}. ${hint(name)}` };
  try {
    return { result: { notice: NOTICE, ...inEnglish(() => tool.answer(world, raw)) } };
  } catch (error) {
    if (error instanceof ToolError) return { error: error.message };
    throw error;
  }
}

function hint(name: string): string {
  const names = TOOLS.map((tool) => tool.name);
  const close = nearest(name, names);
  return close === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${close}?`;
}
