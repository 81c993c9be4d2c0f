import { html, type TemplateResult } from 'lit';
import type { NamedAccess } from '../../src/core/procedures/namedAccess.ts';
import { textArea } from '../controls.ts';
import { controlId } from '../findings.ts';
import type { Page } from '../page.ts';

/** Roles or divisions by name, to be picked on the admin page by whoever makes the client there (rules G12, S5). */
export function namesThere(
  page: Page,
  field: keyof NamedAccess,
  label: string,
  hint: string,
): TemplateResult {
  return html`<div class="field wide">
    ${textArea({
      id: controlId(field),
      label,
      value: page.answers[field],
      invalid: false,
      describedBy: [`hint-${field}`],
      onInput: (value) => page.answer({ [field]: value }),
      onLeave: () => page.touch(field),
      rows: 4,
    })}
    <p id="hint-${field}" class="hint">${hint}</p>
  </div>`;
}
