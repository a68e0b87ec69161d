/** Every text that a translation of the server has to have, found where it is written. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { catalogue } from '../../server/src/catalogue';
import {
  aiActArticles,
  aiActTiers,
  aiActTimeline,
  annexIIIPoints,
  frameworks,
} from '../../server/src/catalogue/frameworks';
import { SNIPPETS } from '../../server/src/features/completion/snippets.generated';
import { PHASES } from '../../server/src/protocol';
import { rules } from '../../server/src/rules/registry.generated';
import { formats } from '../../server/src/schema';
import type { Field } from '../../server/src/schema/field';

/** The text of a literal; both texts of a condition that chooses between two. */
function literals(node: ts.Expression | undefined): readonly string[] | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  if (!ts.isConditionalExpression(node)) return undefined;
  const [yes, no] = [literals(node.whenTrue), literals(node.whenFalse)];
  return yes && no && [...yes, ...no];
}

/** Template literals cannot be looked up: what is filled in would be part of the key. */
const isMixed = (node: ts.Expression | undefined): boolean =>
  node !== undefined && ts.isTemplateExpression(node);

interface Call {
  readonly file: string;
  readonly line: number;
  readonly texts: readonly string[];
  /** How many values are filled in. */
  readonly values: number;
}

/**
 * Calls of these functions with texts in them, by the syntax tree.
 * @param pattern of files, from the root of the repository
 * @throws where a call is made with a template literal
 */
export function callsOf(pattern: string, names: readonly string[]): readonly Call[] {
  const calls: Call[] = [];
  for (const file of globSync(pattern).sort()) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && names.includes(node.expression.getText(source))) {
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
        const [text, ...values] = node.arguments;
        if (isMixed(text)) throw new Error(`${file}:${line}: fill values in with {0}, not with \${}`);
        const texts = literals(text);
        if (texts) calls.push({ file, line, texts, values: values.length });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return calls;
}

function fieldTexts(field: Field<unknown>, found: Set<string>): void {
  const { shape } = field;
  found.add(field.doc);
  if (shape.is === 'choice') for (const meaning of Object.values(shape.values)) found.add(meaning);
  if (shape.is === 'list' || shape.is === 'dictionary') fieldTexts(shape.of, found);
  if (shape.is === 'block') for (const each of Object.values(shape.keys)) fieldTexts(each, found);
  if (shape.is === 'either') for (const each of shape.forms) fieldTexts(each, found);
}

/** Texts in tables of facts, which are translated where they are shown. Titles of the standards stay as published. */
function declared(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const field of Object.values(formats)) fieldTexts(field, found);
  for (const { message } of rules)
    for (const text of typeof message === 'string' ? [message] : Object.values(message)) found.add(text);
  for (const entry of [...catalogue.controls.values(), ...catalogue.clauses.values()]) {
    for (const text of [entry.asks, entry.doNow, ...entry.auditors]) found.add(text);
    if ('confusedWith' in entry) found.add(entry.confusedWith);
  }
  for (const { aim } of [...catalogue.groups.values(), ...catalogue.objectives.values()]) found.add(aim);
  for (const { explanation } of catalogue.annexC.values()) found.add(explanation);
  for (const stage of catalogue.stages)
    for (const text of [stage.title, stage.what, stage.note ?? '', ...stage.expectedEvidence])
      found.add(text);
  for (const { question } of catalogue.impactAssessment.dimensions) found.add(question);
  for (const { title, description } of SNIPPETS) for (const text of [title, description]) found.add(text);
  for (const { what, status = '', source } of frameworks().values())
    for (const text of [what, status, source]) found.add(text);
  for (const { asks, note = '' } of aiActArticles()) for (const text of [asks, note]) found.add(text);
  for (const { what } of [...aiActTiers, ...aiActTimeline()]) found.add(what);
  for (const { area, what } of annexIIIPoints()) for (const text of [area, what]) found.add(text);
  for (const { title } of PHASES) found.add(title);
  return found;
}

/** A text of placeholders and signs alone says the same in any language. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, ''));

/** What is filled in, each once: `{0}`, `{name}`. */
export const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Keys of a translation of the server. */
export const serverTexts = (): ReadonlySet<string> =>
  new Set(
    [
      ...declared(),
      ...callsOf('server/src/**/*.ts', ['tr', 'phrase', 'translatable']).flatMap(({ texts }) => texts),
    ].filter(hasWords),
  );
