/** Runs in the page: whether it is wider than its window. */
export function scrollsSideways(): boolean {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth;
}

/** Runs in the page: the texts of which a part cannot be seen, because what they stand in is smaller and hides the rest. */
export function clippedTexts(): string[] {
  const hidden = new Set(['hidden', 'clip']);
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(element);
    const isSmaller =
      (hidden.has(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hidden.has(overflowY) && element.scrollHeight > element.clientHeight + 1);
    // What is only for who listens is a point, and has the whole text for them.
    const isForListeners = clipPath !== 'none' || element.clientWidth <= 1;
    return isSmaller && !isForListeners && textOverflow !== 'ellipsis' && element.innerText.trim() !== ''
      ? [element.innerText.trim()]
      : [];
  });
}

/** Runs in the page: whether this control has the focus, in a shadow root, too. */
export function hasFocus(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot ? root.activeElement : document.activeElement) === element;
}

/** Runs in the page: how far this is below the beginning of the page, however far that is scrolled. */
export function topInPage(selector: string): number | undefined {
  const top = document.querySelector(selector)?.getBoundingClientRect().top;
  return top === undefined ? undefined : Math.round(top + window.scrollY);
}

/** Runs in the page: the colour that the theme has under this name, as computed styles have it. */
export function themeColour(variable: string): string {
  const sample = document.body.appendChild(document.createElement('span'));
  sample.style.color = `var(${variable})`;
  const { color } = getComputedStyle(sample);
  sample.remove();
  return color;
}

/** Runs in the page: the colour of each button's border, with the look that the button has. */
export function buttonBorders(): { look: string | null; colour: string }[] {
  return [...document.querySelectorAll('vscode-button')].flatMap((button) => {
    const control = button.shadowRoot?.querySelector('.control');
    if (!control) return [];
    return [{ look: button.getAttribute('appearance'), colour: getComputedStyle(control).borderColor }];
  });
}

/** Runs in the page: what surrounds the frame of this text field. */
export function outlineOf(field: Element): string {
  const root = field.shadowRoot?.querySelector('.root');
  if (!root) return '';
  const { outlineStyle, outlineColor } = getComputedStyle(root);
  return `${outlineStyle} ${outlineColor}`;
}

/** Runs in the page: how an element is framed, by its own border and by what the focus puts around it. */
export function frameOf(element: Element) {
  const { borderInlineStartWidth, borderInlineStartColor, borderStyle, outlineStyle, outlineColor } =
    getComputedStyle(element);
  return {
    bar: Number.parseFloat(borderInlineStartWidth),
    colour: borderInlineStartColor,
    style: borderStyle,
    outline: outlineStyle,
    outlineColour: outlineColor,
  };
}

/** Runs in the page: the roles of everything that says its changes aloud by itself. */
export function liveRegions(): string[] {
  const live = '[role=status], [role=alert], [role=log], [aria-live], output';
  return [...document.querySelectorAll(live)]
    .filter((region) => region.closest('[aria-hidden=true]') === null)
    .map((region) => region.getAttribute('role') ?? region.localName);
}

/** Runs in the page: the examples in empty fields, which are gone once something is typed. */
export function placeholders(): string[] {
  return [...document.querySelectorAll('[placeholder]')].map(
    (field) => field.getAttribute('placeholder') ?? '',
  );
}

/**
 * Runs in the page: the buttons of the wizard that cannot be pressed, and of those beside a field on any page. One that
 * counts down says by itself when it can.
 */
export function switchedOff(): string[] {
  return [...document.querySelectorAll('vscode-button[disabled]')]
    .filter((button) => button.closest('.wizard, .place, .see') !== null)
    .filter((button) => !button.nextElementSibling?.matches('.countdown'))
    .map((button) => button.textContent?.trim() ?? '');
}

/** Runs in the page: every control that is out of sight, or behind what stays in sight, while it has the focus. */
export function hiddenFocus(): string[] {
  const stays = [...document.querySelectorAll('.bar, .in-sight')];
  const found: string[] = [];
  for (const control of document.querySelectorAll<HTMLElement>(
    'button, vscode-button, vscode-checkbox, vscode-text-field, vscode-text-area, input, summary',
  )) {
    if (!control.checkVisibility() || control.hasAttribute('disabled')) continue;
    control.focus();
    if (document.activeElement !== control) continue;
    const { top, bottom } = control.getBoundingClientRect();
    const isBehind = stays.some((bar) => {
      const at = bar.getBoundingClientRect();
      return !bar.contains(control) && top >= at.top - 1 && bottom <= at.bottom + 1;
    });
    if (isBehind || bottom <= 0 || top >= window.innerHeight) found.push(control.outerHTML.slice(0, 200));
  }
  return found;
}

/**
 * Runs in the page: what can be pressed, in order, each by what it is and where it stands; what is switched off or not
 * there at this width is ''. Those of a list that differ by what they are about alone are one.
 */
export function controls(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    'button, vscode-button, vscode-checkbox, input, summary',
  );
  return [...all].map((control) => {
    const isFolded = control.closest('details:not([open])') !== null && control.localName !== 'summary';
    if (control.hasAttribute('disabled') || !(isFolded || control.checkVisibility())) return '';
    const path: string[] = [];
    for (let at: Element | null = control; at !== null && at !== document.body; at = at.parentElement)
      path.unshift(`${at.localName}.${at.className}`);
    const isOneOfMany = control.matches(
      'vscode-checkbox, input, nav li button, .selected .chip, .answers button, .entries vscode-button, .clients button',
    );
    const words = isOneOfMany ? '' : (control.ariaLabel ?? control.textContent ?? '');
    return `${path.join(' ')} ${words.replaceAll(/\s+/g, ' ').trim()}`;
  });
}

/** Runs in the page: one control of each kind, by what the toolkit or the style sheet draws, and its place among all. */
export function kindsOfControls(): { kind: string; place: number }[] {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      'button, vscode-button, vscode-checkbox, vscode-text-field, vscode-text-area, input, summary, pre[tabindex]',
    ),
  ];
  const kinds = new Map<string, number>();
  for (const [place, control] of all.entries()) {
    if (!control.checkVisibility() || control.hasAttribute('disabled') || control.matches('.skip')) continue;
    const looks = ['link', 'chip', 'on', 'search', 'invalid'].filter((each) =>
      control.classList.contains(each),
    );
    const where = control.closest('nav, .choice, .scopes')?.className ?? '';
    const kind = [control.localName, ...looks, control.getAttribute('appearance') ?? '', where].join(' ');
    if (!kinds.has(kind)) kinds.set(kind, place);
  }
  return [...kinds].map(([kind, place]) => ({ kind, place }));
}

/** Runs in the page: gives the focus to the control at this place among all, and tells where that is to be seen. */
export async function focusBox(
  place: number,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const control = document.querySelectorAll<HTMLElement>(
    'button, vscode-button, vscode-checkbox, vscode-text-field, vscode-text-area, input, summary, pre[tabindex]',
  )[place];
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const { left, top, right, bottom } = (
    control?.closest('.choice') ??
    control ??
    document.body
  ).getBoundingClientRect();
  const [x, y] = [Math.max(0, left - 6), Math.max(0, top - 6)];
  return {
    ...{ x, y },
    width: Math.min(window.innerWidth, right + 6) - x,
    height: Math.min(window.innerHeight, bottom + 6) - y,
  };
}

/** Runs in the page: presses what stands at this place among the controls, as Enter or the space bar do. */
export function pressControl(place: number): void {
  const all = document.querySelectorAll<HTMLElement>(
    'button, vscode-button, vscode-checkbox, input, summary',
  );
  const control = all[place];
  for (
    let fold = control?.parentElement?.closest('details');
    fold;
    fold = fold.parentElement?.closest('details')
  )
    fold.open = true;
  control?.focus();
  control?.click();
}

/** Runs in the page: whether what has the focus is seen, or what is wrong with that. */
export function whereFocusIs(): string {
  const active = document.activeElement;
  if (active === null || active === document.body) return 'nowhere';
  if (active.hasAttribute('disabled')) return 'on what is switched off';
  const { top, bottom } = active.getBoundingClientRect();
  const isInSight = bottom > 0 && top < window.innerHeight && active.checkVisibility();
  return isInSight ? 'seen' : 'out of sight';
}

/** Runs in the page: the errors and warnings that nobody sees, because what they stand in is folded. */
export function foldedWarnings(): string[] {
  return [...document.querySelectorAll<HTMLElement>('details:not([open]) .mark')]
    .filter((mark) => /[⊗⚠]/.test(mark.textContent ?? '') && mark.closest('summary') === null)
    .map((mark) => mark.parentElement?.textContent?.trim() ?? '');
}

/** Runs in the page: numbers that are in another line than what they count, and months that are in another line than their year. */
export function brokenCounts(): string[] {
  const counts =
    /\d\s?(?:件|個|人|秒|分|時間|日|年|回|つ|行|列|文字|種類|ページ|か所|段階)|年\u2060?\d+\u2060?月/gu;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  while (walker.nextNode() !== null) {
    const { currentNode: node } = walker;
    if (!(node instanceof Text)) continue;
    for (const { 0: text, index } of node.data.matchAll(counts)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
      if (lines.size > 1) broken.push(`${node.data.slice(Math.max(0, index - 12), index)}${text}`);
    }
  }
  return broken;
}
