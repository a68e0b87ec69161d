/** Risks and harms on scales, the organization's own where it has set them, before and after something is done about them. */
import type { RatedCell, RatedItem, Ratings } from '../protocol';
import { html, type Html } from './html';
import { go, type Shown } from './view';

type When = 'before' | 'after';

interface Grid {
  readonly shown: Shown;
  /** Index of the ratings. */
  readonly index: number;
  readonly ratings: Ratings;
  readonly when: When;
}

interface Entry {
  readonly index: number;
  readonly item: RatedItem;
}

const entriesOf = ({ items }: Ratings): readonly Entry[] => items.map((item, index) => ({ item, index }));

const isIn = (at: RatedCell | undefined, { likelihood, severity }: RatedCell): boolean =>
  at?.likelihood === likelihood && at.severity === severity;

const entriesIn = ({ ratings, when }: Grid, cell: RatedCell): readonly Entry[] =>
  entriesOf(ratings).filter(({ item }) => isIn(item[when], cell));

/** Its words on both scales. */
function titleOf({ ratings, shown }: Grid, { likelihood, severity }: RatedCell): string {
  const [row, column] = [ratings.likelihood[likelihood], ratings.severity[severity]];
  return shown.view.words.ratings.cell(row ?? '', column ?? '');
}

/** What the list of a cell is called in the page. */
const listId = ({ index, when }: Grid, { likelihood, severity }: RatedCell): string =>
  `rated-${index}-${when}-${likelihood}-${severity}`;

/** Four tints, from the lowest level to the highest, however many levels there are. */
function tint({ levels }: Ratings, level: number): string {
  const share = levels.length > 1 ? level / (levels.length - 1) : 0;
  return `level-${Math.round(share * 3)}`;
}

function cellOf(grid: Grid, cell: RatedCell): Html {
  const { ratings, shown } = grid;
  const { words } = shown.view;
  const level = ratings.matrix[cell.likelihood]?.[cell.severity] ?? null;
  const count = entriesIn(grid, cell).length;
  const word = level === null ? words.ratings.noLevel : (ratings.levels[level] ?? '');
  const counted =
    count > 0 &&
    html`<a
      class="go count"
      href="#${listId(grid, cell)}"
      aria-label="${titleOf(grid, cell)}: ${words.ratings.count(count, ratings.of)}"
      >${count}</a
    > `;
  return html`<td class="${level === null ? 'level-none' : tint(ratings, level)}">
    ${counted}${!ratings.isCommon && html`<span class="quiet">${word}</span>`}
  </td>`;
}

function table(grid: Grid, caption: string): Html {
  const { ratings, shown } = grid;
  const { words } = shown.view;
  const { likelihood, severity } = ratings;
  const rows = likelihood.map((name, index) => ({ name, index })).reverse();
  return html`<div class="scroller" tabindex="0" role="group" aria-label="${caption}">
    <table class="ratings">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="quiet">${words.ratings.likelihood} / ${words.ratings.severity}</span>
          </th>
          ${severity.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.name}</th>
              ${severity.map((_, column) => cellOf(grid, { likelihood: row.index, severity: column }))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function line({ shown, index: ratings }: Grid, { index, item }: Entry): Html {
  const subject = shown.dashboard.subjects[item.subject];
  const label = html`<b>${item.id}</b> ${item.what}`;
  return html`<li>
    ${go(shown, { kind: 'rated', ratings, item: index }, label)} <span class="quiet">${subject?.name}</span>
  </li>`;
}

const list = (grid: Grid, title: string, id: string, entries: readonly Entry[]): Html =>
  html`<details id="${id}-of">
    <summary>${title}: ${grid.shown.view.words.ratings.count(entries.length, grid.ratings.of)}</summary>
    <ul id="${id}">
      ${entries.map((entry) => line(grid, entry))}
    </ul>
  </details>`;

function lists(grid: Grid): Html {
  const { ratings, shown, when, index } = grid;
  const { words } = shown.view;
  const cells = ratings.likelihood.flatMap((_, likelihood) =>
    ratings.severity.map((__, severity) => ({ likelihood, severity })),
  );
  const unrated = entriesOf(ratings).filter(({ item }) => !item[when]);
  return html`<div class="lists">
    ${cells.reverse().map((cell) => {
      const entries = entriesIn(grid, cell);
      return entries.length > 0 && list(grid, titleOf(grid, cell), listId(grid, cell), entries);
    })}${unrated.length > 0 && list(grid, words.ratings.unrated, `rated-${index}-${when}-none`, unrated)}
  </div>`;
}

function ratingsCard(shown: Shown, ratings: Ratings, index: number): Html {
  const { words } = shown.view;
  const { of, organization, isCommon, acceptUpTo, levels } = ratings;
  const { beforeTreatment, afterTreatment, beforeMeasures, afterMeasures } = words.ratings;
  const [before, after] =
    of === 'risks' ? [beforeTreatment, afterTreatment] : [beforeMeasures, afterMeasures];
  const half = (when: When, caption: string): Html => {
    const grid = { shown, index, ratings, when };
    return html`<div>${table(grid, caption)}${lists(grid)}</div>`;
  };
  const accepted = acceptUpTo === undefined ? undefined : levels[acceptUpTo];
  return html`<article>
    <h3>${of === 'risks' ? words.ratings.risks(organization) : words.ratings.harms(organization)}</h3>
    ${isCommon && html`<p class="quiet">${words.ratings.common}</p>`}
    ${accepted !== undefined && html`<p class="quiet">${words.ratings.accepted(accepted)}</p>`}
    <div class="halves">${half('before', before)}${half('after', after)}</div>
  </article>`;
}

/** For what nobody has set scales, shown or not, with the way to where they would be written. */
const unscaledList = (shown: Shown): Html =>
  html`<ul>
    ${shown.dashboard.unscaled.map(({ count, organization, isShown }, item) => {
      const words = shown.view.words.ratings;
      const notShown =
        organization === undefined ? words.ofNoOrganization(count) : words.unscaled(count, organization);
      const said = isShown ? words.onCommon(count, organization) : notShown;
      return html`<li>${go(shown, { kind: 'unscaled', item }, html`${said}`)}</li>`;
    })}
  </ul>`;

export function ratingsSection(shown: Shown): Html {
  const { dashboard, view } = shown;
  const { ratings, unscaled } = dashboard;
  return html`${ratings.map((each, index) => ratingsCard(shown, each, index))}
  ${unscaled.length > 0 && unscaledList(shown)}
  ${ratings.length === 0 && unscaled.length === 0 && html`<p>${view.words.ratings.none}</p>`}`;
}
