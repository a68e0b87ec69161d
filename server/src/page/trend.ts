/** How the verdicts came to be what they are: the end of each month, from the commits, and now. */
import { addCounts, WORST_FIRST, type Counts, type TrendPoint } from '../protocol';
import { counted, sum } from './counts';
import { html, type Html } from './html';
import { MONTHS_BACK } from './months';
import { verdictLabel } from './icons';
import type { Shown, Trend } from './view';
import type { Words } from './words';

/** In the units of the picture. */
const HEIGHT = 120;
const STEP = 40;
const WIDTH = 26;

function bar(counts: Counts, index: number, highest: number): readonly Html[] {
  let top = HEIGHT;
  // The worst lies at the bottom, where its growth is easiest to see.
  return counted(counts).map(([verdict, count]) => {
    const height = (count / highest) * HEIGHT;
    top -= height;
    const x = index * STEP + (STEP - WIDTH) / 2;
    return html`<rect
      class="fill v-${verdict}"
      x="${x}"
      y="${top.toFixed(2)}"
      width="${WIDTH}"
      height="${Math.max(0, height - 0.6).toFixed(2)}"
    />`;
  });
}

function picture(points: readonly TrendPoint[], words: Words): Html {
  const highest = Math.max(1, ...points.map(({ counts }) => sum(counts)));
  return html`<svg
    class="bars"
    viewBox="0 0 ${(MONTHS_BACK + 1) * STEP} ${HEIGHT + 14}"
    role="img"
    aria-label="${words.trend.caption}"
  >
    ${points.map(({ counts }, index) => bar(counts, index, highest))}
    ${points.map(({ day }, index) => html`<text x="${index * STEP + STEP / 2}" y="${HEIGHT + 11}">${day.slice(0, 7)}</text>`)}
  </svg>`;
}

/** Picture and table in one box: where there is little room they scroll together, and nothing is drawn too small to read. */
function history(points: readonly TrendPoint[], words: Words): Html {
  const present = WORST_FIRST.filter((verdict) => points.some(({ counts }) => counts[verdict] !== undefined));
  return html`<div class="scroller" tabindex="0" role="group" aria-label="${words.trend.caption}">
    ${picture(points, words)}
    <table class="trend">
      <caption class="heard">
        ${words.trend.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.trend.day}</th>
          ${present.map((verdict) => html`<th scope="col">${verdictLabel(verdict, words)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${points.map(
          ({ day, counts }, index) =>
            html`<tr>
              <th scope="row">
                ${day}${index === points.length - 1 && html` <span class="quiet">${words.trend.now}</span>`}
              </th>
              ${present.map((verdict) => html`<td>${counts[verdict] ?? 0}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function controls({ state, done, of }: Trend, words: Words): Html {
  const read = html`<button type="button" id="trend-read">${words.trend.load}</button>`;
  switch (state) {
    case 'idle':
      return html`<p class="tools">${read}</p>`;
    case 'reading':
      return html`<p class="tools">
        <progress value="${done}" max="${of}" aria-label="${words.trend.loading(done, of)}"></progress>
        <span>${words.trend.loading(done, of)}</span>
        <button type="button" id="trend-stop">${words.trend.stop}</button>
      </p>`;
    case 'stopped':
      return html`<p class="tools"><span role="status">${words.trend.stopped}</span> ${read}</p>`;
    case 'unavailable':
      return html`<p role="status">${words.trend.unavailable}</p>`;
    case 'untrusted':
      return html`<p role="status">${words.trend.untrusted}</p>`;
    case 'done':
      return html``;
  }
}

export function trendSection({ dashboard, view: { words, isLive } }: Shown, trend: Trend): Html {
  const now: TrendPoint = {
    day: dashboard.date,
    counts: addCounts(dashboard.subjects.flatMap(({ phases }) => Object.values(phases))),
  };
  const points = [...trend.points, now];
  const isEmpty = trend.state === 'done' && trend.points.length === 0;
  return html`<p class="quiet">${words.trend.what}</p>
    ${(isLive || trend.state !== 'idle') && controls(trend, words)}
    ${isEmpty && html`<p>${words.trend.nothing}</p>`} ${trend.points.length > 0 && history(points, words)}`;
}
