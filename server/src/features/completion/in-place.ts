/** Values, written so that they are right where the cursor stands. */
import type { Field } from '../../schema/field';
import type { Completion, CompletionContext } from './types';
import { valueCompletions } from './values';

/**
 * Values of a field at the cursor: in brackets where a list is wanted and none begun, behind a blank where there is
 * none behind the colon yet, without quotes of their own inside quotes.
 */
export async function inPlace(
  context: CompletionContext,
  field: Field<unknown>,
): Promise<readonly Completion[]> {
  const { parsed, locus } = context.cursor;
  const values = await valueCompletions(context, field);
  const before = parsed.text.charAt(locus.replace.start - 1);
  const gap = locus.at === 'value' && (before === ':' || before === '-') ? ' ' : '';
  const isQuoted = before === '"' || before === "'";
  return values.map((item) => {
    const text = isQuoted ? item.newText.replace(/^"(.*)"$/, '$1') : item.newText;
    const listed = isList(field) && !isQuoted && item.replace === undefined ? `[${text}]` : text;
    return { ...item, newText: `${gap}${listed}` };
  });
}

const isList = ({ shape }: Field<unknown>): boolean =>
  shape.is === 'list' || (shape.is === 'either' && shape.forms.every(isList));
