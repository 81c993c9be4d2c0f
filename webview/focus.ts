import type { WizardState } from '../src/core/wizard/state.ts';

let lastPlace: string | undefined;

/** Moves the focus to the heading when another page is shown, so that a screen reader says where one is. */
export function moveFocus(root: HTMLElement, { memory, run }: WizardState): void {
  const place = `${memory.procedure} ${memory.step} ${run?.kind}`;
  if (lastPlace !== undefined && lastPlace !== place) root.querySelector('h2')?.focus();
  lastPlace = place;
}

/** Shows the person what is missing on this page. */
export function focusSummary(): void {
  requestAnimationFrame(() => document.getElementById('summary')?.focus());
}

/** Puts the focus on the control that answers a field. */
export function focusField(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
