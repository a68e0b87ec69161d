/** What was due and is not done, then what falls due, month by month. */
import type { AgendaItem } from '../protocol';
import { html, type Html } from './html';
import { go, type Shown } from './view';

interface Entry {
  readonly index: number;
  readonly item: AgendaItem;
}

function line(shown: Shown, { index, item }: Entry): Html {
  const subject = shown.dashboard.subjects[item.subject];
  return html`<li>
    <time datetime="${item.on}">${item.on}</time>
    <span
      >${go(shown, { kind: 'agenda', item: index }, html`${item.what}`)}${subject && html` <span class="quiet">${subject.name}</span>`}</span
    >
  </li>`;
}

function card(shown: Shown, title: string, entries: readonly Entry[], isOverdue: boolean): Html {
  const { words } = shown.view;
  return html`<article class="card${isOverdue && ' late'}">
    <h3>${title} <span class="quiet">${words.calendar.items(entries.length)}</span></h3>
    <ol class="agenda">
      ${entries.map((entry) => line(shown, entry))}
    </ol>
  </article>`;
}

export function calendarSection(shown: Shown): Html {
  const { dashboard, view } = shown;
  const { words } = view;
  const { items, more } = dashboard.agenda;
  if (items.length === 0) return html`<p>${words.calendar.nothing}</p>`;
  const entries = items.map((item, index) => ({ item, index }));
  const overdue = entries.filter(({ item }) => item.isOverdue);
  const ahead = entries.filter(({ item }) => !item.isOverdue);
  const months = [...new Set(ahead.map(({ item }) => item.on.slice(0, 7)))];
  const monthCard = (month: string): Html => {
    const [year = '', number = ''] = month.split('-');
    const ofMonth = ahead.filter(({ item }) => item.on.startsWith(month));
    return card(shown, words.calendar.month(year, Number(number)), ofMonth, false);
  };
  return html`<div class="cards">
      ${overdue.length > 0 && card(shown, words.calendar.overdue, overdue, true)} ${months.map(monthCard)}
    </div>
    ${more > 0 && html`<p>${words.calendar.more(more)}</p>`}`;
}
