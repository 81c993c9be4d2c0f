import { html, type TemplateResult } from 'lit';

/** A line of a request; a long one goes on below its own beginning. */
export function requestLine(text: unknown): TemplateResult {
  return html`<span class="line">${text}</span>`;
}
