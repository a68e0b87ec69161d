/** The dashboard as HTML, the same in the editor and in a file: sections that are drawn one by one. */
import { calendarSection } from './calendar';
import { cycleSection } from './cycle';
import { html, type Html } from './html';
import { SPRITE } from './icons';
import { ratingsSection } from './ratings';
import { soaSection } from './soa';
import { trendSection } from './trend';
import type { Shown } from './view';
import type { Words } from './words';

export type SectionId = keyof Words['sections'];

/** What is inside each section, in order. The trend is left out where nobody reads it. */
export function contents(shown: Shown): readonly (readonly [SectionId, Html])[] {
  const { trend } = shown.view;
  return [
    ['cycle', cycleSection(shown)],
    ['soa', soaSection(shown)],
    ['calendar', calendarSection(shown)],
    ['ratings', ratingsSection(shown)],
    ...(trend ? [['trend', trendSection(shown, trend)] as const] : []),
  ];
}

/** What stands above the sections. */
export const heading = ({ dashboard, view: { words } }: Shown): Html =>
  html`<h1>${words.title}</h1>
    <p class="quiet">${words.judgedAt(dashboard.date)} ${words.noCertificate}</p>`;

/** Everything between the tags of `body`. */
export function page(shown: Shown): Html {
  const { dashboard, view } = shown;
  const isEmpty = dashboard.subjects.length === 0;
  return html`${SPRITE}
    <main>
      <header id="heading">${heading(shown)}</header>
      ${isEmpty && html`<p>${view.words.empty}</p>`}
      ${
        !isEmpty &&
        contents(shown).map(
          ([id, inside]) =>
            html`<section aria-labelledby="${id}-title">
              <h2 id="${id}-title">${view.words.sections[id]}</h2>
              <div id="${id}">${inside}</div>
            </section> `,
        )
      }
    </main>`;
}
