/** The Statement of Applicability as a table: a row for each control, a column for each organization and AI system. */
import { CELLS, WORST_FIRST, type DashboardControl, type DashboardSubject, type Verdict } from '../protocol';
import { html, NOTHING, type Html } from './html';
import { icon, verdictLabel } from './icons';
import { go, type Shown, type View } from './view';
import type { Words } from './words';

/** Columns of one page: as many as somebody takes in, and few enough to draw at once. */
const PAGE = 24;

/** Columns whose names fit side by side on a sheet of paper; more stand upright there. */
const WIDE = 6;

const VERDICT_OF: ReadonlyMap<string, Verdict> = new Map(
  WORST_FIRST.map((verdict) => [CELLS[verdict], verdict] as const),
);

interface Column {
  readonly index: number;
  readonly subject: DashboardSubject;
}

interface Row {
  readonly index: number;
  readonly control: DashboardControl;
}

const matches = (filter: string, ...texts: readonly string[]): boolean =>
  texts.some((text) => text.toLowerCase().includes(filter.trim().toLowerCase()));

/** Organizations stay, whichever systems are looked for: their answers count for these. */
const columnsOf = ({ dashboard, view }: Shown): readonly Column[] =>
  dashboard.subjects
    .map((subject, index) => ({ subject, index }))
    .filter(({ subject: { kind, id, name } }) => kind === 'organization' || matches(view.systems, id, name));

const rowsOf = ({ dashboard, view }: Shown): readonly Row[] =>
  dashboard.controls
    .map((control, index) => ({ control, index }))
    .filter(({ control: { id, title, groupTitle } }) => matches(view.controls, id, title, groupTitle));

function cell(shown: Shown, { control, index }: Row, { subject, index: at }: Column): Html {
  const { words } = shown.view;
  const verdict = VERDICT_OF.get(subject.cells[index] ?? '-');
  if (!verdict)
    return html`<td>
      <span class="cell"
        ><span aria-hidden="true">–</span><span class="heard">${words.soa.notAsked}</span></span
      >
    </td>`;
  const content = html`${icon(verdict)}<span class="heard">${words.verdicts[verdict]}</span>`;
  return html`<td title="${words.verdicts[verdict]}">
    ${go(shown, { kind: 'control', subject: at, control: control.id }, content)}
  </td>`;
}

function table(shown: Shown, rows: readonly Row[], columns: readonly Column[], caption: string): Html {
  const { words } = shown.view;
  const groups = [...new Set(rows.map(({ control }) => control.group))];
  return html`<div class="scroller" tabindex="0" role="group" aria-label="${words.sections.soa}">
    <table class="soa${columns.length > WIDE && ' wide'}">
      <caption class="heard">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.soa.control}</th>
          ${columns.map(({ subject: { kind, name } }) => html`<th scope="col"><span class="kind">${words.kinds[kind]}</span> <span class="name" title="${name}">${name}</span></th>`)}
        </tr>
      </thead>
      ${groups.map((group) => {
        const ofGroup = rows.filter(({ control }) => control.group === group);
        return html`<tbody>
          <tr class="group">
            <th scope="rowgroup" colspan="${columns.length + 1}">
              <span>${group} ${ofGroup[0]?.control.groupTitle}</span>
            </th>
          </tr>
          ${ofGroup.map(
            (row) =>
              html`<tr>
                <th scope="row"><b>${row.control.id}</b> <span class="name">${row.control.title}</span></th>
                ${columns.map((column) => cell(shown, row, column))}
              </tr> `,
          )}
        </tbody>`;
      })}
    </table>
  </div>`;
}

/** Unfolded where no script folds it back out: on paper nobody can. */
const legend = ({ words, isLive }: View): Html =>
  html`<details class="legend" id="legend" ${!isLive && html`open`}>
    <summary>${words.soa.legend}</summary>
    <dl>
      ${WORST_FIRST.map(
        (verdict) =>
          html`<div>
            <dt>${verdictLabel(verdict, words)}</dt>
            <dd>${words.meanings[verdict]}</dd>
          </div>`,
      )}
    </dl>
  </details>`;

function tools({ view: { words, systems, controls } }: Shown): Html {
  return html`<div class="tools">
    <label
      >${words.soa.filterSystems}
      <input type="search" id="filter-systems" value="${systems}" autocomplete="off" spellcheck="false"
    /></label>
    <label
      >${words.soa.filterControls}
      <input type="search" id="filter-controls" value="${controls}" autocomplete="off" spellcheck="false"
    /></label>
  </div>`;
}

/** Columns `first` to `last` of `total`, each counted from 0. */
interface Slice {
  /** From 0. */
  readonly page: number;
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

function pager(words: Words, { page, first, last, total }: Slice): Html {
  const disabled = (isOff: boolean): Html => (isOff ? html` disabled` : NOTHING);
  return html`<p class="tools pager">
    <button type="button" id="previous" data-page="${page - 1}" ${disabled(first === 0)}>
      ${words.soa.previous}
    </button>
    <span role="status">${words.soa.page(first + 1, last + 1, total)}</span>
    <button type="button" id="next" data-page="${page + 1}" ${disabled(last === total - 1)}>
      ${words.soa.next}
    </button>
  </p>`;
}

/** Where a script listens one page of columns is shown; a file of its own has all of them, table after table. */
function tables(shown: Shown, rows: readonly Row[], columns: readonly Column[]): Html {
  const { words, isLive } = shown.view;
  const organizations = columns.filter(({ subject }) => subject.kind === 'organization').slice(0, PAGE / 2);
  const rest = columns.filter((column) => !organizations.includes(column));
  const size = PAGE - organizations.length;
  const pages = Math.max(1, Math.ceil(rest.length / size));
  const tableOf = (page: number): Html => {
    const own = rest.slice(page * size, (page + 1) * size);
    return table(shown, rows, [...organizations, ...own], words.soa.caption);
  };
  if (!isLive) return html`${Array.from({ length: pages }, (_, page) => tableOf(page))}`;
  const page = Math.min(shown.view.page, pages - 1);
  const first = page * size;
  const slice = { page, first, last: Math.min(rest.length, first + size) - 1, total: rest.length };
  return html`${pages > 1 && pager(words, slice)}${tableOf(page)}`;
}

/** The tables alone: the rest stays as it is while somebody filters. */
export function soaTables(shown: Shown): Html {
  const [rows, columns] = [rowsOf(shown), columnsOf(shown)];
  if (rows.length > 0 && columns.length > 0) return tables(shown, rows, columns);
  return html`<p role="status">${shown.view.words.soa.noMatch}</p>`;
}

/** What stands above the tables: filters, where a script listens to them. */
export const soaTools = (shown: Shown): Html => (shown.view.isLive ? tools(shown) : NOTHING);

/** What stands below them. */
export const soaNotes = ({ view }: Shown): Html =>
  html`${view.isLive && html`<p class="quiet">${view.words.soa.keys}</p>`}${legend(view)}`;
