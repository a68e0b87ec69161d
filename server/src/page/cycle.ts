/** The wheel of Plan, Do, Check, Act: how many requirements have which verdict in each phase. Counts, never a share. */
import { addCounts, PHASES, type Counts, type Phase } from '../protocol';
import { counted, sum } from './counts';
import { html, type Html } from './html';
import { verdictLabel } from './icons';
import type { Shown } from './view';
import type { Words } from './words';

/** In the units of the picture. */
const SIZE = 200;
const OUTER = 96;
const INNER = 58;
/** Between phases and between verdicts, in degrees. */
const GAP = 3;
const HAIR = 0.8;

const inWords = (counts: Counts, words: Words): string =>
  counted(counts)
    .map(([verdict, count]) => words.counted(count, words.verdicts[verdict]))
    .join(', ') || words.cycle.nothing;

/** On a circle around the middle; 0 is up, clockwise. */
function pointAt(degrees: number, radius: number): string {
  const angle = ((degrees - 90) * Math.PI) / 180;
  const at = (value: number): string => (SIZE / 2 + radius * value).toFixed(2);
  return `${at(Math.cos(angle))} ${at(Math.sin(angle))}`;
}

const arc = (from: number, to: number): string =>
  `M${pointAt(from, OUTER)}A${OUTER} ${OUTER} 0 0 1 ${pointAt(to, OUTER)}` +
  `L${pointAt(to, INNER)}A${INNER} ${INNER} 0 0 0 ${pointAt(from, INNER)}Z`;

/** A quarter of the wheel, cut by verdict. */
function quarter(index: number, counts: Counts): readonly Html[] {
  const from = index * 90 + GAP / 2;
  const total = sum(counts);
  if (total === 0) return [html`<path class="empty" d="${arc(from, from + 90 - GAP)}" />`];
  const present = counted(counts);
  const room = 90 - GAP - HAIR * (present.length - 1);
  let at = from;
  return present.map(([verdict, count]) => {
    const end = at + (room * count) / total;
    const path = html`<path class="fill v-${verdict}" d="${arc(at, end)}" />`;
    at = end + HAIR;
    return path;
  });
}

/** Middle of each quarter, on half the inner radius. */
const NAME_AT = PHASES.map((_, index) => pointAt(index * 90 + 45, INNER * 0.62).split(' '));

/** Letters of a name that fit between the middle and the wheel. */
const ROOM = 8;

function wheel(phases: readonly (readonly [Phase, Counts])[], words: Words): Html {
  const isTight = phases.some(([phase]) => words.phases[phase].title.length > ROOM);
  const label = phases
    .map(([phase, counts]) => `${words.phases[phase].title}: ${inWords(counts, words)}.`)
    .join(' ');
  return html`<svg
    class="${isTight ? 'wheel tight' : 'wheel'}"
    viewBox="0 0 ${SIZE} ${SIZE}"
    role="img"
    aria-label="${words.cycle.picture(label)}"
  >
    ${phases.map(([, counts], index) => quarter(index, counts))}
    ${phases.map(([phase], index) => html`<text x="${NAME_AT[index]?.[0]}" y="${NAME_AT[index]?.[1]}">${words.phases[phase].title}</text>`)}
  </svg>`;
}

function card(phase: Phase, counts: Counts, words: Words): Html {
  const present = counted(counts);
  return html`<article class="card phase">
    <h3>${words.phases[phase].title}</h3>
    <p class="quiet">${words.phases[phase].what}</p>
    <ul class="counts">
      ${present.map(([verdict, count]) => html`<li><b>${count}</b> ${verdictLabel(verdict, words)}</li>`)}
      ${present.length === 0 && html`<li class="quiet">${words.cycle.nothing}</li>`}
    </ul>
  </article>`;
}

function chooser({ dashboard: { subjects }, view: { words, cycleOf } }: Shown): Html {
  const option = (value: string, label: string, isChosen: boolean): Html =>
    isChosen
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`;
  return html`<p class="tools">
    <label for="cycle-of">${words.cycle.of}</label>
    <select id="cycle-of">
      ${option('', words.cycle.all, cycleOf === undefined)}${subjects.map(({ kind, name }, index) =>
        option(String(index), `${words.kinds[kind]}: ${name}`, cycleOf === index),
      )}
    </select>
  </p>`;
}

export function cycleSection(shown: Shown): Html {
  const { dashboard, view } = shown;
  const chosen = view.cycleOf === undefined ? undefined : dashboard.subjects[view.cycleOf];
  const subjects = chosen ? [chosen] : dashboard.subjects;
  const phases = PHASES.map(({ id }) => [id, addCounts(subjects.map((each) => each.phases[id]))] as const);
  return html`${view.isLive && dashboard.subjects.length > 1 && chooser(shown)}
    <div class="cycle">
      ${wheel(phases, view.words)}
      <div class="phases">${phases.map(([phase, counts]) => card(phase, counts, view.words))}</div>
    </div>`;
}
