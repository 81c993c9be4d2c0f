/** What is done with a member of a JSON object: its text is kept, it is passed over, or its own members are asked about. */
export type Wish = 'keep' | 'pass' | 'enter';

/** How far a text was read as JSON. */
export type Standing = 'reading' | 'whole' | 'not-json';

type Expected = 'object' | 'name' | 'in-name' | 'colon' | 'value' | 'in-value' | 'comma' | 'end' | 'nothing';

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Reads one JSON object that comes in pieces, however long it is, and keeps no more of it than one member at a time. What
 * is passed over is only looked at for its end: whether the rest of it is JSON, whoever asked for a member finds out.
 */
export class MemberReader {
  private expected: Expected = 'object';
  /** The names of the members that were entered. */
  private readonly within: string[] = [];
  private name = '';
  private wish: Wish = 'pass';
  private kept: string[] = [];
  private keptLength = 0;
  private depth = 0;
  private isInText = false;
  private isEscaped = false;

  /**
   * `wishFor`: asked of each member, by the names that lead to it. `found`: given each one that is to be kept, as text;
   * undefined where it is longer than `longest` characters.
   */
  constructor(
    private readonly wishFor: (names: readonly string[]) => Wish,
    private readonly found: (names: readonly string[], text: string | undefined) => void,
    private readonly longest: number,
  ) {}

  get standing(): Standing {
    if (this.expected === 'end') return 'whole';
    return this.expected === 'nothing' ? 'not-json' : 'reading';
  }

  take(piece: string): void {
    let at = 0;
    while (at < piece.length && this.expected !== 'nothing') {
      at =
        this.expected === 'in-value' || this.expected === 'in-name'
          ? this.pass(piece, at)
          : this.step(piece, at);
    }
  }

  /** Reads one character between names and values. */
  private step(piece: string, at: number): number {
    const code = piece.charCodeAt(at);
    if (isBlank(code) || (this.expected === 'object' && code === BYTE_ORDER_MARK)) return at + 1;
    switch (this.expected) {
      case 'object':
        this.expected = code === OPEN_BRACE ? 'name' : 'nothing';
        return at + 1;
      case 'name':
        if (code === CLOSE_BRACE) return this.leave(at);
        this.begin(code === QUOTE ? 'in-name' : 'nothing');
        return at;
      case 'colon':
        this.expected = code === COLON ? 'value' : 'nothing';
        return at + 1;
      case 'value':
        return this.beginValue(code, at);
      case 'comma':
        if (code === CLOSE_BRACE) return this.leave(at);
        this.expected = code === COMMA ? 'name' : 'nothing';
        return at + 1;
      default:
        this.expected = 'nothing';
        return at;
    }
  }

  private beginValue(code: number, at: number): number {
    this.wish = this.wishFor([...this.within, this.name]);
    if (this.wish === 'enter' && code === OPEN_BRACE) {
      this.within.push(this.name);
      this.expected = 'name';
      return at + 1;
    }
    this.begin(code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET ? 'nothing' : 'in-value');
    return at;
  }

  private begin(expected: Expected): void {
    this.expected = expected;
    this.kept = [];
    this.keptLength = 0;
    this.depth = 0;
    this.isInText = false;
  }

  private leave(at: number): number {
    this.expected = this.within.pop() === undefined ? 'end' : 'comma';
    return at + 1;
  }

  /** Reads as much of a name or a value as there is, from one of its characters on. */
  private pass(piece: string, from: number): number {
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (this.isInText) {
        const end = this.endOfText(piece, at);
        if (end === undefined) break;
        at = end;
        this.isInText = false;
        if (this.depth === 0) return this.finish(piece, from, end + 1);
      } else if (code === QUOTE) this.isInText = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.depth++;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        // The end of the object that a number, or a word such as `null`, is the last one of.
        if (this.depth === 0) return this.finish(piece, from, at);
        this.depth--;
        if (this.depth === 0) return this.finish(piece, from, at + 1);
      } else if (code === COMMA && this.depth === 0) return this.finish(piece, from, at);
    }
    this.keep(piece.slice(from));
    return piece.length;
  }

  /** Where the quotation mark is that ends a text, if it is in this piece; most of a description is in texts. */
  private endOfText(piece: string, from: number): number | undefined {
    let begin = this.isEscaped ? from + 1 : from;
    this.isEscaped = false;
    for (;;) {
      const quote = piece.indexOf('"', begin);
      const end = quote < 0 ? piece.length : quote;
      let backslashes = 0;
      while (end - backslashes > begin && piece.charCodeAt(end - backslashes - 1) === BACKSLASH)
        backslashes++;
      const isEscaped = backslashes % 2 === 1;
      if (quote < 0) {
        this.isEscaped = isEscaped;
        return undefined;
      }
      if (!isEscaped) return quote;
      begin = quote + 1;
    }
  }

  private finish(piece: string, from: number, end: number): number {
    this.keep(piece.slice(from, end));
    const text = this.keptLength > this.longest ? undefined : this.kept.join('');
    if (this.expected === 'in-name') this.finishName(text);
    else {
      this.expected = 'comma';
      if (this.wish !== 'pass') this.found([...this.within, this.name], text);
    }
    this.kept = [];
    return end;
  }

  private finishName(text: string | undefined): void {
    try {
      this.name = String(JSON.parse(text ?? ''));
      this.expected = 'colon';
    } catch {
      this.expected = 'nothing';
    }
  }

  private keep(text: string): void {
    if (this.expected === 'in-value' && this.wish === 'pass') return;
    this.keptLength += text.length;
    if (this.keptLength <= this.longest) this.kept.push(text);
    else this.kept = [];
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
