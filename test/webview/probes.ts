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
