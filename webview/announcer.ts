/** What is read aloud when it comes or changes: a status where one stays on the same page, an alert wherever one comes. */
const LIVE = '[data-live]';
/** What is there to act on, or folded, is no part of what happened. */
/** What people write in. */
const WRITTEN_IN = 'vscode-text-field, vscode-text-area';
/** Milliseconds without a key after which nobody is writing any more: who listens to what they type hears nothing else before. */
export const WRITING_PAUSE = 700;
const UNSAID = 'button, vscode-button, input, details, .confirmation, [aria-hidden="true"]';

/**
 * Says what changes to those who do not see it, each thing once, in the page's only live region: that is there from the
 * start, for many screen readers pass by one that comes together with its text. What is to be said carries `data-live`.
 */
export class Announcer {
  private readonly region = document.createElement('div');
  private shown: ReadonlySet<string> = new Set();
  /** What the region says of what is on the page. */
  private said: readonly string[] = [];
  private isDue = false;
  private hasCome = false;
  /** Ends the writing that is under way; undefined while nobody writes. */
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly root: HTMLElement) {
    this.region.className = 'visually-hidden';
    this.region.role = 'status';
    // Each thing that is said is new, and what was said before is not said again with it.
    this.region.ariaAtomic = 'false';
    root.after(this.region);
    // Before the control itself hears of it: what it then draws must not be said.
    const hears = ({ target }: Event) => {
      if (target instanceof Element && target.matches(WRITTEN_IN)) this.writes();
    };
    root.addEventListener('input', hears, { capture: true });
    root.addEventListener('focusout', () => this.hasWritten());
  }

  private writes(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.hasWritten(), WRITING_PAUSE);
  }

  /** The person paused or left the field: what has come of it is said now, and what has gone again is not. */
  private hasWritten(): void {
    if (this.pause === undefined) return;
    clearTimeout(this.pause);
    this.pause = undefined;
    this.drawn(false);
  }

  /** Says what happened, though nothing on the page tells it apart from the time before. */
  say(...texts: readonly string[]): void {
    if (texts.length === 0) return;
    this.said = [];
    this.region.replaceChildren(
      ...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
    );
  }

  /**
   * The page was drawn; `isNewPlace` says that another page is shown. Says what has come, once everything that goes with
   * it is done: what the focus is led to is read because of that.
   */
  drawn(isNewPlace: boolean): void {
    this.hasCome ||= isNewPlace;
    if (isNewPlace) this.hasWritten();
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      this.sayChanges();
    });
  }

  private sayChanges(): void {
    const live = [...this.root.querySelectorAll<HTMLElement>(LIVE)].filter(
      (element) => element.parentElement?.closest(LIVE) == null,
    );
    const texts = live
      .map((element) => ({ element, text: wordsOf(element) }))
      .filter(({ text }) => text !== '');
    if (this.pause !== undefined) {
      this.forgetWhatIsNot(new Set(texts.map(({ text }) => text)));
      return;
    }
    const news = texts.filter(({ element, text }) => !this.shown.has(text) && this.isHeard(element));
    this.shown = new Set(texts.map(({ text }) => text));
    if (this.hasCome) this.forget();
    this.forgetWhatIsNot(this.shown);
    this.hasCome = false;
    const said = [...new Set(news.map(({ text }) => text))];
    this.say(...said);
    if (said.length > 0) this.said = said;
  }

  /** Whoever walks through the page by a screen reader comes to the region, too: what is not so any more is not found there. */
  private forgetWhatIsNot(shown: ReadonlySet<string>): void {
    if (this.said.some((text) => !shown.has(text))) this.forget();
  }

  private forget(): void {
    this.said = [];
    this.region.replaceChildren();
  }

  private isHeard(element: HTMLElement): boolean {
    if (element === document.activeElement) return false;
    return !this.hasCome || element.dataset['live'] === 'alert';
  }
}

/** The words of an element as one hears them, without those of its controls. */
function wordsOf(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(UNSAID) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const words: string[] = [];
  while (walker.nextNode() !== null) {
    const { currentNode } = walker;
    if (currentNode instanceof Text) words.push(currentNode.data);
  }
  return words.join(' ').replaceAll(/\s+/g, ' ').trim();
}
