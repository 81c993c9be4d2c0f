import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeProgressRing,
  vsCodeTextArea,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

// The only file that knows the toolkit. Each control takes what every form needs (label, hint, value, what is wrong)
// and hides what the toolkit cannot do: it has no hints, no errors and no descriptions across its shadow roots.

/** Registers the toolkit. Must run in the first script: it reads the theme when the page has loaded. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeProgressRing(),
    vsCodeTextArea(),
    vsCodeTextField(),
  );
}

type TextControl = {
  id: string;
  label: string;
  value: string;
  invalid: boolean;
  /** The ids of the elements that describe the control: its hint and its findings. */
  describedBy: readonly string[];
  /** Nothing is saved without it. */
  required?: true;
  onInput: (value: string) => void;
  /** The person left the control after a change. */
  onLeave: () => void;
};

export function textField(control: TextControl & { optional?: string; size?: 'short' }): TemplateResult {
  return html`<vscode-text-field
    id=${control.id}
    class="text ${control.size ?? ''} ${control.invalid ? 'invalid' : ''}"
    data-described-by=${control.describedBy.join(' ')}
    data-required=${control.required ?? false}
    .value=${live(control.value)}
    @input=${(event: Event) => control.onInput(textIn(event))}
    @change=${control.onLeave}
    >${control.label}${control.optional === undefined ? nothing : html` <span class="optional">${control.optional}</span>`}</vscode-text-field
  >`;
}

export function textArea(control: TextControl & { rows: number }): TemplateResult {
  return html`<vscode-text-area
    id=${control.id}
    class="text uris ${control.invalid ? 'invalid' : ''}"
    data-described-by=${control.describedBy.join(' ')}
    data-required=${control.required ?? false}
    rows=${control.rows}
    resize="vertical"
    spellcheck="false"
    .value=${live(control.value)}
    @input=${(event: Event) => control.onInput(textIn(event))}
    @change=${control.onLeave}
    >${control.label}</vscode-text-area
  >`;
}

export function searchField(control: {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
}): TemplateResult {
  return html`<vscode-text-field
    id=${control.id}
    class="search"
    .value=${live(control.value)}
    @input=${(event: Event) => control.onInput(textIn(event))}
    >${control.label}</vscode-text-field
  >`;
}

export function checkbox(control: {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  content: unknown;
  /** The words of a content that changes in place: by itself the toolkit keeps reading the first ones aloud. */
  label?: string;
}): TemplateResult {
  // The toolkit reports a change even when this page ticks the box itself. So the listener stands before the value
  // it listens to, and takes only what differs from what is shown as the person's doing.
  const onCheck = (event: Event) => {
    const checked = isChecked(event);
    if (checked !== control.checked) control.onChange(checked);
  };
  return html`<vscode-checkbox
    id=${control.id}
    aria-label=${ifDefined(control.label)}
    @change=${onCheck}
    .checked=${live(control.checked)}
    >${control.content}</vscode-checkbox
  >`;
}

export function button(control: {
  label: string;
  onClick: () => void;
  /** The words that it has at another time: it is wide enough for both, so that nothing moves when they change. */
  otherwise?: string;
  look?: 'primary' | 'secondary';
  id?: string;
  /** Its name for those who listen, with the label in it: what it is about, where only the eyes can tell. */
  name?: string;
  /** It shows and hides something, and whether that is shown. */
  expanded?: boolean;
  disabled?: boolean;
}): TemplateResult {
  return html`<vscode-button
    id=${ifDefined(control.id)}
    appearance=${control.look ?? 'secondary'}
    aria-label=${ifDefined(control.name)}
    ?disabled=${control.disabled ?? false}
    .ariaExpanded=${control.expanded === undefined ? null : String(control.expanded)}
    @click=${control.onClick}
    >${control.otherwise === undefined ? control.label : inRoomFor(control.otherwise, control.label)}</vscode-button
  >`;
}

/** The words of a button that says by them that something is done, and those that it has before. */
export function either(isDone: boolean, done: string, before: string): { label: string; otherwise: string } {
  return isDone ? { label: done, otherwise: before } : { label: before, otherwise: done };
}

function inRoomFor(other: string, label: string): TemplateResult {
  return html`<span class="room" data-other=${other}><span>${label}</span></span>`;
}

/** Switches something on and off. */
export function toggleButton(control: {
  label: string;
  pressed: boolean;
  onClick: () => void;
}): TemplateResult {
  const { label, pressed, onClick } = control;
  return html`<button class="chip ${pressed ? 'on' : ''}" aria-pressed=${pressed} @click=${onClick}>${label}</button>`;
}

/** Something is under way. The ring is for the eyes; the words are for everybody. */
export function progress(text: string): TemplateResult {
  return html`<div class="progress">${progressRing()}<span data-live="status">${text}</span></div>`;
}

/** The ring alone, beside words that say what is under way. */
export function progressRing(): TemplateResult {
  return html`<vscode-progress-ring aria-hidden="true"></vscode-progress-ring>`;
}

/**
 * Gives the native controls inside the toolkit's shadow roots their descriptions and their state. As texts: references do
 * not cross a shadow root in the editors of before April 2025.
 */
export function describeControls(root: ParentNode): void {
  for (const element of root.querySelectorAll('[data-described-by]')) {
    const control = element.shadowRoot?.querySelector('input, textarea');
    if (!control) continue;
    const ids = element.getAttribute('data-described-by')?.split(' ') ?? [];
    control.ariaDescription = ids
      .map(textOf)
      .filter((text) => text !== '')
      .join(' ');
    control.ariaInvalid = String(element.classList.contains('invalid'));
    control.ariaRequired = element.getAttribute('data-required');
  }
}

function textOf(id: string): string {
  return (document.getElementById(id)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function textIn({ target }: Event): string {
  return target instanceof HTMLElement && 'value' in target ? String(target.value) : '';
}

function isChecked({ target }: Event): boolean {
  return target instanceof HTMLElement && 'checked' in target && target.checked === true;
}

/** One of several that exclude each other, as a card; those with the same `name` belong together. */
export function choice(radio: {
  name: string;
  /** Tells it from the others. */
  value: string;
  title: unknown;
  /** What it means, a line each. */
  lines?: readonly string[];
  checked: boolean;
  onChoose: () => void;
}): TemplateResult {
  const { lines = [] } = radio;
  const id = `choice-${radio.name}-${radio.value}`;
  return html`<label class="choice">
    <input
      type="radio"
      name=${radio.name}
      aria-labelledby=${id}
      aria-describedby=${lines.map((_, index) => `${id}-${index}`).join(' ') || nothing}
      .checked=${live(radio.checked)}
      @change=${radio.onChoose}
    />
    <span id=${id} class="title"><b>${radio.title}</b></span>
    ${lines.map((line, index) => html`<span id="${id}-${index}" class="text">${line}</span>`)}
  </label>`;
}
