import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One of several that exclude each other, as a card; those with the same `name` belong together. */
export function choice(radio: {
  name: string;
  title: unknown;
  /** What it means, a line each. */
  lines?: readonly string[];
  checked: boolean;
  onChoose: () => void;
}): TemplateResult {
  return html`<label class="choice">
    <input type="radio" name=${radio.name} .checked=${live(radio.checked)} @change=${radio.onChoose} />
    <span class="title"><b>${radio.title}</b></span>
    ${radio.lines?.map((line) => html`<span class="text">${line}</span>`)}
  </label>`;
}
