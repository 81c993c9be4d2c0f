import type { WizardState } from '../src/core/wizard/state.ts';

let lastPlace: string | undefined;
let lastScene: string | undefined;

/**
 * Moves the focus to the heading when another page is shown, so that a screen reader says where one is. Where only
 * the connection changed, it does so when what had the focus is gone.
 */
export function moveFocus(root: HTMLElement, { memory, connecting, run, guide }: WizardState): void {
  const place = guide === null ? `${memory.procedure} ${memory.step} ${run?.kind}` : 'guide';
  const scene = memory.step === 'connect' || run !== null ? connecting.kind : undefined;
  const isNewPlace = lastPlace !== undefined && lastPlace !== place;
  const isLost = lastScene !== scene && document.hasFocus() && document.activeElement === document.body;
  if (isNewPlace || isLost) root.querySelector('h2')?.focus();
  lastPlace = place;
  lastScene = scene;
}

/** Shows the person what is missing on this page. */
export function focusSummary(): void {
  focusField('summary');
}

/**
 * Puts the focus on the control that answers a field. At once, for what a person types meanwhile would go to whatever
 * had the focus before; the control must have been drawn.
 */
export function focusField(id: string): void {
  document.getElementById(id)?.focus();
}
