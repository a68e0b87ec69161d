/** What was due and is not done, then what falls due, month by month. */
import type { AgendaItem } from '../protocol';
import { html, type Html } from './html';
import { go, type Shown } from './view';

interface Entry {
  readonly index: number;
  readonly item: AgendaItem;
}

/** What is said in the same words of the same subject and day stands once, with a link for each. */
function together(entries: readonly Entry[]): readonly (readonly [Entry, ...Entry[]])[] {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const { on, subject, what } = entry.item;
    const key = JSON.stringify([on, subject, what]);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}

const leading = (shown: Shown, { index }: Entry, label: string): Html =>
  go(shown, { kind: 'agenda', item: index }, html`${label}`);

function said(shown: Shown, [first, ...others]: readonly [Entry, ...Entry[]]): Html {
  if (others.length === 0) return leading(shown, first, first.item.what);
  const links = [first, ...others].map((entry, index) =>
    leading(shown, entry, entry.item.requirement ?? String(index + 1)),
  );
  return html`${first.item.what} <span class="links">${links.map((link) => html`${link} `)}</span>`;
}

function line(shown: Shown, entries: readonly [Entry, ...Entry[]]): Html {
  const { on, subject } = entries[0].item;
  return html`<li>
    <time datetime="${on}">${on}</time>
    <div>${said(shown, entries)} <span class="quiet">${shown.dashboard.subjects[subject]?.name}</span></div>
  </li>`;
}

function card(shown: Shown, title: string, entries: readonly Entry[], isOverdue: boolean): Html {
  const { words } = shown.view;
  return html`<article class="card${isOverdue && ' late'}">
    <h3>${title} <span class="quiet">${words.calendar.items(entries.length)}</span></h3>
    <ol class="agenda">
      ${together(entries).map((group) => line(shown, group))}
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
