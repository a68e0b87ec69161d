/** The script of the dashboard's page: draws what the extension sends, and tells it what was clicked. */
import { page, parts } from '../../../../server/src/page';
import type { Shown, Trend } from '../../../../server/src/page/view';
import { wordsFor } from '../../../../server/src/page/words';
import type { Dashboard } from '../../../../server/src/protocol';
import type { FromPage, ToPage } from '../messages';
import { makeGrids, moveInGrid } from './grid';
import { redraw } from './kept';

/** What is kept when VS Code hides the page or is reloaded. */
interface PageState {
  readonly systems: string;
  readonly controls: string;
  readonly page: number;
  /** Key of the subject the wheel is shown for; empty: all. */
  readonly cycleOf: string;
  readonly scrolled: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Partial<PageState> | undefined;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const root = document.getElementById('root') ?? document.body;
const words = wordsFor(document.documentElement.lang);
const drawn = new Map<string, string>();

let state: PageState = {
  ...{ systems: '', controls: '', page: 0, cycleOf: '', scrolled: 0 },
  ...vscode.getState(),
};
let dashboard: Dashboard | undefined;
let trend: Trend = { state: 'idle', done: 0, of: 0, points: [] };

function shownOf(data: Dashboard): Shown {
  const chosen = data.subjects.findIndex(({ key }) => key === state.cycleOf);
  const { systems, controls, page: number } = state;
  const cycleOf = chosen < 0 ? undefined : chosen;
  return { dashboard: data, view: { words, isLive: true, cycleOf, systems, controls, page: number, trend } };
}

/** Draws what is different from what is there. */
function draw(): void {
  if (!dashboard) return;
  const shown = shownOf(dashboard);
  const isFirst = drawn.size === 0;
  if (isFirst) root.innerHTML = page(shown).text;
  for (const [id, { text }] of parts(shown)) {
    const section = document.getElementById(id);
    if (!section || drawn.get(id) === text) continue;
    drawn.set(id, text);
    if (!isFirst) redraw(section, text);
    makeGrids(section);
  }
  if (isFirst) window.scrollTo(0, state.scrolled);
}

function change(part: Partial<PageState>): void {
  state = { ...state, ...part };
  vscode.setState(state);
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.kind) {
    case 'server':
      document.getElementById('stopped')?.toggleAttribute('hidden', !data.isStopped);
      return;
    case 'dashboard':
      ({ dashboard } = data);
      break;
    case 'trend':
      ({ trend } = data);
  }
  draw();
});

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.id === 'filter-systems') change({ systems: target.value, page: 0 });
  if (target.id === 'filter-controls') change({ controls: target.value });
  draw();
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || target.id !== 'cycle-of') return;
  change({ cycleOf: dashboard?.subjects[Number(target.value || -1)]?.key ?? '' });
  draw();
});

const BUTTONS: Readonly<Record<string, () => void>> = {
  restart: () => vscode.postMessage({ kind: 'restart' }),
  'trend-read': () => vscode.postMessage({ kind: 'read-trend' }),
  'trend-stop': () => vscode.postMessage({ kind: 'stop-trend' }),
};

/** Unfolds the list a cell of a risk matrix counts, and goes to it. */
function unfold(id: string): void {
  const details = document.getElementById(id)?.closest('details');
  const summary = details?.querySelector('summary');
  if (!details || !summary) return;
  details.open = true;
  summary.focus();
}

document.addEventListener('click', (event) => {
  const clicked = event.target instanceof Element ? event.target.closest('a, button') : null;
  if (!(clicked instanceof HTMLElement)) return;
  const { go, page: turned } = clicked.dataset;
  if (go !== undefined) vscode.postMessage({ kind: 'go', target: go });
  if (turned !== undefined) {
    change({ page: Number(turned) });
    draw();
  }
  const list = clicked.getAttribute('href');
  if (list?.startsWith('#')) {
    // VS Code would scroll there, and leave it folded.
    event.preventDefault();
    event.stopPropagation();
    unfold(list.slice(1));
  }
  BUTTONS[clicked.id]?.();
});

document.addEventListener('keydown', moveInGrid);
window.addEventListener('scroll', () => change({ scrolled: window.scrollY }), { passive: true });
vscode.postMessage({ kind: 'ready' });
