import { html, type TemplateResult } from 'lit';
import { focusField } from './focus.ts';

type Confirmation = {
  id: string;
  /** It was asked for, and wants to be confirmed. */
  isAsked: boolean;
  ask: (isAsked: boolean) => void;
  /** What asks for it, with this ID. */
  opener: (opener: { id: string; open: () => void }) => TemplateResult;
  /** What it does, and whether the person wants that. */
  question: TemplateResult;
  /** The ways on: to do it, and to leave it. */
  answers: (leave: () => void) => TemplateResult;
};

/**
 * Something that asks once more before it is done. The keyboard is led to the question, so that it is read and a second
 * Enter answers nothing; Escape leaves it, back to what asked.
 */
export function confirmation({ id, isAsked, ask, opener, question, answers }: Confirmation): TemplateResult {
  const openerId = `${id}-ask`;
  const open = () => {
    ask(true);
    focusField(id);
  };
  const leave = () => {
    ask(false);
    focusField(openerId);
  };
  const leaveWithEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  if (!isAsked) return opener({ id: openerId, open });
  return html`<div
    id=${id}
    class="confirmation"
    role="group"
    aria-labelledby="${id}-question"
    tabindex="-1"
    @keydown=${leaveWithEscape}
  >
    <div id="${id}-question">${question}</div>
    ${answers(leave)}
  </div>`;
}
