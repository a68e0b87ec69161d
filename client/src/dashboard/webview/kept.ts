/** What a section keeps when its inside is drawn anew: the focus, what is unfolded, and how far it is scrolled. */

interface Kept {
  /** Finds the element that had the focus, or the one that took its place. */
  readonly focused: string | undefined;
  /** Ids. */
  readonly unfolded: readonly string[];
  readonly scrolled: readonly (readonly [left: number, top: number])[];
}

const SCROLLERS = '.scroller';

function selectorOf(element: Element | null): string | undefined {
  if (!(element instanceof HTMLElement)) return undefined;
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  const { go } = element.dataset;
  if (go !== undefined) return `[data-go="${CSS.escape(go)}"]`;
  const summary = element.closest('summary')?.parentElement?.id;
  return summary === undefined ? undefined : `#${CSS.escape(summary)} > summary`;
}

function look(section: Element): Kept {
  const { activeElement } = document;
  return {
    focused: section.contains(activeElement) ? selectorOf(activeElement) : undefined,
    unfolded: [...section.querySelectorAll('details[open]')].map(({ id }) => id),
    scrolled: [...section.querySelectorAll(SCROLLERS)].map(
      ({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop] as const,
    ),
  };
}

/** Draws the inside of a section. Whoever was in the middle of it still is. */
export function redraw(section: HTMLElement, inside: string): void {
  const { focused, unfolded, scrolled } = look(section);
  const hadFocus = section.contains(document.activeElement);
  section.innerHTML = inside;
  for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
  [...section.querySelectorAll(SCROLLERS)].forEach((scroller, index) => {
    const [left, top] = scrolled[index] ?? [0, 0];
    scroller.scrollTo(left, top);
  });
  if (!hadFocus) return;
  const again = focused === undefined ? null : section.querySelector<HTMLElement>(focused);
  const heading = document.getElementById(`${section.id}-title`);
  (again ?? section.querySelector<HTMLElement>('button:enabled') ?? heading)?.focus({ preventScroll: true });
}
