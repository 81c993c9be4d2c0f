/**
 * Knows whether the active row of a list is where somebody wants it, or lags behind what they typed. VS Code shows the
 * list in another process, and each side hears in order, but late, what the other one did. Typing makes another row
 * active before it is heard of; after that, only what the list was told and the person make another row active.
 */
export class ListLag {
  /** The places of the rows that the list was told to make active and has not yet, the oldest first. */
  private readonly awaited: (number | 'any')[] = [];
  private wasMoved = false;

  /** The person typed. */
  typed(): void {
    this.wasMoved = false;
  }

  /** The list was given rows, and which of them to make active, in a message of its own. */
  told(place: number | 'any'): void {
    this.awaited.push(place);
  }

  /** The list made the row in this place active. It tells so of every message, because each brings new rows. */
  activated(place: number): void {
    // Earlier rows are not on their way any more; of the last ones, the first may be active just before the right one.
    const mayBeByHand = this.awaited.length === 1;
    while (this.awaited[0] === 'any') this.awaited.shift();
    if (this.awaited[0] === place) this.awaited.shift();
    else this.wasMoved = mayBeByHand;
  }

  /** Whether the active row says nothing yet: the list has not shown what it was told, nor was the row moved by hand. */
  get isBehind(): boolean {
    return this.awaited.length > 0 && !this.wasMoved;
  }
}
