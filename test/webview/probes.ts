/** Runs in the page: whether it is wider than its window. */
export function scrollsSideways(): boolean {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth;
}

/** Runs in the page: whether this control has the focus, in a shadow root, too. */
export function hasFocus(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot ? root.activeElement : document.activeElement) === element;
}

/** Runs in the page: the colour of each button's border, and the one that the theme has for such a button. */
export function buttonBorders(): { look: string; has: string; shouldHave: string }[] {
  return [...document.querySelectorAll('vscode-button')].map((button) => {
    const look = button.getAttribute('appearance') ?? '';
    const variable = look === 'primary' ? '--vscode-button-border' : '--vscode-button-secondaryBorder';
    const sample = document.body.appendChild(document.createElement('span'));
    sample.style.color = `var(${variable})`;
    const shouldHave = getComputedStyle(sample).color;
    sample.remove();
    const control = button.shadowRoot?.querySelector('.control');
    return { look, has: control ? getComputedStyle(control).borderColor : '', shouldHave };
  });
}
