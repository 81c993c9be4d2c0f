import { render, type TemplateResult } from 'lit';
import { Announcer } from './announcer.ts';
import { describeControls } from './controls.ts';
import { FocusLeft, focusBefore, focusHeading, keepFocus } from './focus.ts';

/** A page in its element: each time it is drawn, whoever uses the keyboard or listens still knows where they are. */
export class Drawing {
  readonly announcer: Announcer;
  private readonly focusLeft: FocusLeft;
  private place: string | undefined;

  constructor(private readonly root: HTMLElement) {
    this.announcer = new Announcer(root);
    this.focusLeft = new FocusLeft(root);
  }

  /**
   * Draws the page. `place` tells the pages that follow one another here apart: a new one is read from its heading on.
   * `near` is the ID of where the keyboard goes on when what had the focus is gone, if not at the heading above.
   */
  draw(view: TemplateResult, { place, near }: { place: string; near?: string }): void {
    const before = focusBefore(this.root, this.focusLeft);
    const isNewPlace = this.place !== place;
    render(view, this.root);
    describeControls(this.root);
    if (isNewPlace) focusHeading(this.root, this.place === undefined ? 'first' : 'next');
    else keepFocus(this.root, before, near);
    this.place = place;
    this.announcer.drawn(isNewPlace);
  }
}
