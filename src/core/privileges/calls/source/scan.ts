import type { Language } from './languages.ts';

/** A text in quotes. */
export type Literal = {
  /** With the letters before its first quote, such as `f` or `$@`. */
  start: number;
  /** Behind its second quote. */
  end: number;
  /** What it says, with a `{name}` in place of each expression in it. */
  text: string;
};

/** A source text without what is no code. */
export type Scan = {
  /** As long as the text; comments and what stands in quotes are blanks, the quotes and line breaks stay. */
  code: string;
  literals: readonly Literal[];
};

const STARTS: Readonly<Record<Language, RegExp>> = {
  javascript: /\/|["'`]/g,
  python: /[#"']/g,
  java: /\/[/*]|["']/g,
  csharp: /\/[/*]|["']/g,
  go: /\/[/*]|["'`]/g,
};

/** Finds comments and texts in quotes, in one pass. What is not closed ends with its line, so that the rest is still read. */
export function scan(text: string, language: Language): Scan {
  return new Scanner(text, language).run();
}

/** What stands between quotes; each is used from a place that is set before. */
const IN_DOUBLE_QUOTES = /[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*/y;
const IN_SINGLE_QUOTES = /[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*/y;
const IN_TEMPLATE = /[^`\\$]*(?:(?:\\[\s\S]|\$(?!\{))[^`\\$]*)*/y;
const VERBATIM = /[^"]*(?:""[^"]*)*/y;
const REGULAR_EXPRESSION = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.){0,500}\]){1,1000}\/[a-z]*/y;
const STARTS_IN_TEMPLATE = /\/|["'`{}]/g;

/** Nobody writes more templates in templates; whoever reads them calls itself for each. */
const MOST_NESTING = 100;

class Scanner {
  private readonly pieces: string[] = [];
  private readonly literals: Literal[] = [];
  /** Templates in templates that are being read. */
  private nesting = 0;
  /** Up to here the text is in the pieces. */
  private taken = 0;

  constructor(
    private readonly text: string,
    private readonly language: Language,
  ) {}

  run(): Scan {
    this.readCode(0, false);
    this.pieces.push(this.text.slice(this.taken));
    this.literals.sort((one, other) => one.start - other.start);
    return { code: this.pieces.join(''), literals: this.literals };
  }

  /** Reads code to the end, or to the brace that closes the expression of a template. */
  private readCode(from: number, isInTemplate: boolean): number {
    const starts = isInTemplate ? STARTS_IN_TEMPLATE : STARTS[this.language];
    let depth = 0;
    let at = from;
    for (;;) {
      starts.lastIndex = at;
      const found = starts.exec(this.text);
      if (found === null) return this.text.length;
      const { 0: sign, index } = found;
      if (sign === '}' && depth === 0) return index;
      if (sign === '{' || sign === '}') {
        depth += sign === '{' ? 1 : -1;
        at = index + 1;
      } else at = this.readFrom(index);
    }
  }

  /** Reads what begins here, and tells where it ends. */
  private readFrom(index: number): number {
    const { text, language } = this;
    const sign = text.charAt(index);
    if (sign === '#') return this.skip(index, this.lineEnd(index));
    if (sign === '/') {
      const next = text.charAt(index + 1);
      if (next === '/') return this.skip(index, this.lineEnd(index));
      if (next === '*') return this.skip(index, this.closing('*/', index + 2) ?? text.length);
      return this.readRegularExpression(index);
    }
    if (sign === '`')
      return language === 'go' ? this.readRaw(index, index + 1, '`') : this.readTemplate(index);
    if (language === 'python') return this.readPython(index, sign);
    if (sign === '"' && language === 'csharp') return this.readCSharp(index);
    if (sign === '"' && language === 'java' && text.startsWith('"""', index))
      return this.readRaw(index, index + 3, '"""');
    return this.readLine(index, index + 1, sign, 'none');
  }

  private readPython(index: number, quote: string): number {
    const prefix = /(?<!\w)[bfru]{0,2}$/i.exec(this.text.slice(Math.max(0, index - 3), index))?.[0] ?? '';
    const form = /f/i.test(prefix) ? 'braces' : 'none';
    const triple = quote.repeat(3);
    const start = index - prefix.length;
    return this.text.startsWith(triple, index)
      ? this.readRaw(start, index + 3, triple, form)
      : this.readLine(start, index + 1, quote, form);
  }

  private readCSharp(index: number): number {
    const { text } = this;
    const prefix = /[$@]{0,3}$/.exec(text.slice(Math.max(0, index - 3), index))?.[0] ?? '';
    const form = prefix.includes('$') ? 'braces' : 'none';
    const start = index - prefix.length;
    const quotes = /"{3,20}/y;
    quotes.lastIndex = index;
    const raw = quotes.exec(text)?.[0];
    if (raw !== undefined) return this.readRaw(start, index + raw.length, raw, form);
    if (!prefix.includes('@')) return this.readLine(start, index + 1, '"', form);
    const verbatim = this.endOf(VERBATIM, index + 1);
    return this.take(start, index + 1, verbatim, verbatim + 1, form);
  }

  /** A text that ends in its line. */
  private readLine(start: number, from: number, quote: string, form: 'braces' | 'none'): number {
    const end = this.endOf(quote === '"' ? IN_DOUBLE_QUOTES : IN_SINGLE_QUOTES, from);
    if (this.text.charAt(end) === quote) return this.take(start, from, end, end + 1, form);
    // An apostrophe in a text between tags.
    return Math.max(from, this.lineEnd(from));
  }

  private readRaw(start: number, from: number, quotes: string, form: 'braces' | 'none' = 'none'): number {
    const end = this.closing(quotes, from);
    if (end === undefined) return from;
    return this.take(start, from, end - quotes.length, end, form);
  }

  private readTemplate(index: number): number {
    const { text } = this;
    if (this.nesting === MOST_NESTING) return index + 1;
    let said = '';
    let at = index + 1;
    for (;;) {
      const end = this.endOf(IN_TEMPLATE, at);
      said += text.slice(at, end);
      this.blank(at, end);
      if (text.charAt(end) !== '$') {
        const isClosed = text.charAt(end) === '`';
        if (isClosed) this.literals.push({ start: index, end: end + 1, text: said });
        return Math.min(text.length, end + 1);
      }
      this.nesting += 1;
      const closing = this.readCode(end + 2, true);
      this.nesting -= 1;
      said += placeholder(text.slice(end + 2, closing));
      at = Math.min(text.length, closing + 1);
    }
  }

  private readRegularExpression(index: number): number {
    const before = this.text.slice(Math.max(0, index - 20), index).trimEnd();
    const canBegin =
      before === '' || /[(,=:[!&|?{;+\-*%~^]$|\b(?:return|typeof|case|of|in|do|else|void)$/.test(before);
    if (!canBegin) return index + 1;
    const end = this.endOf(REGULAR_EXPRESSION, index);
    return end > index ? this.skip(index, end) : index + 1;
  }

  /** Takes a text in quotes; expressions in it stay code. */
  private take(start: number, from: number, to: number, end: number, form: 'braces' | 'none'): number {
    const content = this.text.slice(from, to);
    if (form === 'none') {
      this.literals.push({ start, end, text: content });
      this.blank(from, to);
      return end;
    }
    let said = '';
    let last = 0;
    for (const { 0: whole, 1: expression, index } of content.matchAll(/\{\{|\}\}|\{([^{}\n]*)\}/g)) {
      said +=
        content.slice(last, index) + (expression === undefined ? whole.charAt(0) : placeholder(expression));
      this.blank(from + last, from + index + 1);
      last = index + whole.length;
      if (expression !== undefined) this.blank(from + last - 1, from + last);
    }
    this.literals.push({ start, end, text: said + content.slice(last) });
    this.blank(from + last, to);
    return end;
  }

  private skip(from: number, to: number): number {
    this.blank(from, to);
    return to;
  }

  private blank(from: number, to: number): void {
    if (to <= this.taken) return;
    this.pieces.push(
      this.text.slice(this.taken, from),
      blanksFor(this.text.slice(Math.max(from, this.taken), to)),
    );
    this.taken = to;
  }

  /** Where what an expression means ends; the place itself where it means nothing there. */
  private endOf(expression: RegExp, from: number): number {
    expression.lastIndex = from;
    return expression.test(this.text) ? expression.lastIndex : from;
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end === -1 ? this.text.length : end;
  }

  private closing(sign: string, from: number): number | undefined {
    const found = this.text.indexOf(sign, from);
    return found === -1 ? undefined : found + sign.length;
  }
}

/** As many blanks as a text has characters, with its line breaks. */
function blanksFor(text: string): string {
  return text.includes('\n') ? text.replace(/[^\n]/g, ' ') : ' '.repeat(text.length);
}

/** The last name in an expression stands for it: `user.id` is `{id}`. */
function placeholder(expression: string): string {
  const plain = expression.slice(0, 500).replace(/\([^()]*\)|\[[^[\]]*\]|[:!].*$/g, '');
  return `{${/([a-z_$][\w$]*)\W*$/i.exec(plain)?.[1] ?? 'value'}}`;
}
