/** Keys in the Statement of Applicability: one stop of the Tab key, arrows between its cells. */

const STOPS = '.go, .cell';

const rowsOf = (table: Element): readonly (readonly HTMLElement[])[] =>
  [...table.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>(`td :is(${STOPS})`)])
    .filter((cells) => cells.length > 0);

/** Makes the tables a grid. To be called after they were drawn. */
export function makeGrids(section: Element): void {
  for (const table of section.querySelectorAll('table.soa')) {
    table.setAttribute('role', 'grid');
    const stops = rowsOf(table).flat();
    const current = stops.find((stop) => stop === document.activeElement) ?? stops[0];
    for (const stop of stops) stop.tabIndex = stop === current ? 0 : -1;
  }
}

/** Where an arrow leads; undefined for other keys. */
function step(
  rows: readonly (readonly HTMLElement[])[],
  [row, column]: readonly [number, number],
  { key, ctrlKey }: KeyboardEvent,
): HTMLElement | undefined {
  const last = (rows[row]?.length ?? 1) - 1;
  switch (key) {
    case 'ArrowUp':
      return rows[row - 1]?.[column];
    case 'ArrowDown':
      return rows[row + 1]?.[column];
    case 'ArrowLeft':
      return rows[row]?.[column - 1];
    case 'ArrowRight':
      return rows[row]?.[column + 1];
    case 'Home':
      return rows[ctrlKey ? 0 : row]?.[0];
    case 'End':
      return rows[ctrlKey ? rows.length - 1 : row]?.[last];
    default:
      return undefined;
  }
}

/** Moves between cells. Enter and the space bar click, as on any button. */
export function moveInGrid(event: KeyboardEvent): void {
  const { target } = event;
  const table = target instanceof HTMLElement ? target.closest('td')?.closest('table.soa') : undefined;
  if (!table || !(target instanceof HTMLElement)) return;
  const rows = rowsOf(table);
  const row = rows.findIndex((cells) => cells.includes(target));
  const next = step(rows, [row, rows[row]?.indexOf(target) ?? -1], event);
  if (!next) return;
  event.preventDefault();
  target.tabIndex = -1;
  next.tabIndex = 0;
  // By itself a browser is content with a part of it, at the edge.
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
