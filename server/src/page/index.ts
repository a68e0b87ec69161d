/** The dashboard as HTML, the same in the editor and in a file: sections whose insides are drawn one by one. */
import { calendarSection } from './calendar';
import { cycleSection } from './cycle';
import { html, NOTHING, type Html } from './html';
import { SPRITE } from './icons';
import { ratingsSection } from './ratings';
import { soaNotes, soaTables, soaTools } from './soa';
import { trendSection } from './trend';
import type { Shown } from './view';
import type { Words } from './words';

export type SectionId = keyof Words['sections'];

/** What changes with the data, by the id of the element it stands in. The trend is left out where nobody reads it. */
export function parts(shown: Shown): readonly (readonly [SectionId | 'heading', Html])[] {
  const { trend } = shown.view;
  return [
    ['heading', heading(shown)],
    ['cycle', cycleSection(shown)],
    ['soa', soaTables(shown)],
    ['calendar', calendarSection(shown)],
    ['ratings', ratingsSection(shown)],
    ...(trend ? [['trend', trendSection(shown, trend)] as const] : []),
  ];
}

const heading = ({ dashboard, view: { words } }: Shown): Html =>
  html`<h1>${words.title}</h1>
    <p class="quiet">${words.judgedAt(dashboard.date)} ${words.noCertificate}</p>
    ${dashboard.subjects.length === 0 && html`<p>${words.empty}</p>`}`;

function section(shown: Shown, id: SectionId, inside: Html): Html {
  const isSoa = id === 'soa';
  return html`<section aria-labelledby="${id}-title">
    <h2 id="${id}-title" tabindex="-1">${shown.view.words.sections[id]}</h2>
    ${isSoa ? soaTools(shown) : NOTHING}
    <div id="${id}">${inside}</div>
    ${isSoa ? soaNotes(shown) : NOTHING}
  </section>`;
}

/** Everything between the tags of `body`. */
export function page(shown: Shown): Html {
  return html`${SPRITE}
    <main>
      ${parts(shown).map(([id, inside]) =>
        id === 'heading' ? html`<header id="heading">${inside}</header>` : section(shown, id, inside),
      )}
    </main>`;
}
