/** Where the keyboard was, and what stands before that place and can take the focus when the place is gone. */
export type FocusBefore = {
  readonly active: Element;
  /** VS Code has the focus, and it comes back there by itself. */
  readonly isAway: boolean;
  /** From the nearest to the farthest. */
  readonly landings: readonly HTMLElement[];
};

/** What only says where one is: Enter does nothing there, so that a second one does nothing that nobody meant. */
const LANDINGS = 'h1, h2, h3, [tabindex="-1"]';

/**
 * What had the focus when VS Code took it away, for a question of its own or another tab: a browser takes it off the element
 * then, and VS Code gives it back to the page alone.
 */
export class FocusLeft {
  private left: HTMLElement | undefined;

  constructor(private readonly root: HTMLElement) {
    let last: HTMLElement | undefined;
    root.addEventListener('focusout', ({ target }) => {
      last = target instanceof HTMLElement ? target : undefined;
    });
    root.addEventListener('focusin', () => {
      last = undefined;
      this.left = undefined;
    });
    window.addEventListener('blur', () => {
      this.left = last;
    });
    window.addEventListener('focus', () => {
      const place = this.place();
      this.left = undefined;
      if (focusIn(root) === undefined) place?.focus({ preventScroll: true });
    });
  }

  /** Undefined where the focus did not leave, or what had it cannot have it any more. */
  place(): HTMLElement | undefined {
    return this.left !== undefined && canHaveFocus(this.root, this.left) ? this.left : undefined;
  }
}

/** What has the focus, or had it, in a page that is about to be drawn anew. Undefined where nothing has. */
export function focusBefore(root: HTMLElement, left: FocusLeft): FocusBefore | undefined {
  const place = left.place();
  const active = focusIn(root) ?? place;
  if (active === undefined) return undefined;
  const landings = [...root.querySelectorAll<HTMLElement>(LANDINGS)].filter(
    (each) => active.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  return { active, isAway: active === place, landings: landings.reverse() };
}

/** What has the focus in the page, as long as it can have it: what is gone or switched off cannot. */
export function focusIn(root: HTMLElement): Element | undefined {
  const active = document.activeElement;
  return active !== null && canHaveFocus(root, active) ? active : undefined;
}

function canHaveFocus(root: HTMLElement, element: Element): boolean {
  return root.contains(element) && !element.matches('[disabled], [inert] *');
}

/**
 * Gives the focus a place again where the one it had is gone: the element with the ID `near`, if there is one, or else the
 * heading above the place. Not before VS Code gives the page the focus: it may be in another tab, or in a question.
 */
export function keepFocus(root: HTMLElement, before: FocusBefore | undefined, near?: string): void {
  if (before === undefined || focusIn(root) !== undefined) return;
  if (before.isAway && canHaveFocus(root, before.active)) return;
  whenFocused(root, () => {
    const named = near === undefined ? null : document.getElementById(near);
    const landing = before.landings.find((each) => root.contains(each) && each.checkVisibility());
    land(named ?? landing ?? headingOf(root));
  });
}

/**
 * Puts the focus on the heading of a page that has just come, so that a screen reader says where one is. At the first page
 * nobody has moved the focus yet: a frame round its heading would only make people ask what is wrong with it.
 */
export function focusHeading(root: HTMLElement, page: 'first' | 'next'): void {
  whenFocused(root, () => {
    const heading = headingOf(root);
    heading?.classList.toggle('begins', page === 'first');
    land(heading);
  });
}

/** That of the page itself: in the wizard, one step of which is shown, the title of the whole stands beside it. */
function headingOf(root: HTMLElement): HTMLElement | null {
  return (
    root.querySelector<HTMLElement>('main h1:not(.visually-hidden)') ??
    root.querySelector<HTMLElement>('h2') ??
    root.querySelector<HTMLElement>('h1')
  );
}

function land(place: HTMLElement | null): void {
  if (place === null) return;
  if (place.matches('h1, h2, h3')) place.tabIndex = -1;
  place.focus();
}

/** Does it as soon as the page has the focus. Where the person then begins, counts. */
export function whenFocused(root: HTMLElement, go: () => void): void {
  if (document.hasFocus()) {
    go();
    return;
  }
  const begin = () => {
    if (focusIn(root) === undefined) go();
  };
  window.addEventListener('focus', begin, { once: true });
}

/** Shows the person what is missing on this page. */
export function focusSummary(): void {
  focusField('summary');
}

/** Whether a person sees all of this element: it is there, in the window, and not behind the bar at the end of the page. */
export function isInSight(id: string): boolean {
  const element = document.getElementById(id);
  if (element === null) return false;
  const { top, bottom, height } = element.getBoundingClientRect();
  const bar = document.querySelector('.bar')?.getBoundingClientRect();
  return height > 0 && top >= 0 && bottom <= (bar?.top ?? window.innerHeight);
}

/**
 * Puts the focus on the control that answers a field: of a group, on what is chosen there or can be. At once, for what a
 * person types meanwhile would go to whatever had the focus before; the control must have been drawn.
 */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  const choice = field?.matches('fieldset')
    ? (field.querySelector<HTMLElement>('input:checked:enabled') ??
      field.querySelector<HTMLElement>('input:enabled, vscode-checkbox:not([disabled])'))
    : null;
  (choice ?? field)?.focus();
}
