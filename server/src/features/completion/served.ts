/** Parts of other frameworks that evidence may serve: of those the organization lists, what relates to the row first. */
import { itemsByFramework, relationsOf } from '../../catalogue/frameworks';
import { listedFrameworks } from '../../frameworks';
import type { Completion, CompletionContext } from './types';

/** Rows stand right below a dictionary, and their evidence below them: `controls`, `A.6.2.4`, `evidence`, 0, `serves`. */
const rowAt = (route: readonly (string | number)[]): string =>
  String(route[route.lastIndexOf('evidence') - 1] ?? '');

/** None where the organization lists no framework. Guides are named as a whole: we do not hold their clauses. */
export function servedCompletions({ subject, cursor }: CompletionContext): readonly Completion[] {
  if (!subject) return [];
  const related = new Set(relationsOf(rowAt(cursor.locus.route)).map(({ item }) => item));
  return listedFrameworks(subject)
    .filter(({ reading }) => reading !== 'guides')
    .flatMap(({ id: framework }) =>
      (itemsByFramework().get(framework) ?? []).map((item): Completion => {
        const label = `${framework}:${item.id}`;
        return {
          label,
          kind: 'word',
          detail: item.title,
          newText: JSON.stringify(label),
          rank: related.has(item) ? 0 : 1,
        };
      }),
    );
}
