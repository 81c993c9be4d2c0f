import fc from 'fast-check';

/** The expression that evaluates to `clientIds` in every generated file. */
export const AT = 'window.Framework.config.clientIds';

/** A generated file: `head` is valid JavaScript; `tail` may be the unfinished rest that somebody is typing. */
export type GeneratedFile = { readonly head: string; readonly tail: string };

/** `constant`: the declaration of the name that stands for its value, or nothing. */
type Entry = { source: string; constant: string; comment: string; commentedOut: string };

type Style = {
  quote: "'" | '"' | 'either';
  colon: string;
  layout: 'lines' | 'one line' | 'brace at the end' | 'commas first';
  trailingComma: boolean;
  lastComment: string;
  indent: string;
};

const clientIdArbitrary = fc.uuid();
export const regionArbitrary = fc.oneof(
  fc.constantFrom(
    'mypurecloud.com',
    'mypurecloud.de',
    'usw2.pure.cloud',
    'cac1.pure.cloud',
    'apse1.pure.cloud',
  ),
  fc.domain(),
);
export const valueArbitrary = fc.oneof(
  { weight: 3, arbitrary: clientIdArbitrary },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '  ', 'CLIENT_ID', '<your OAuth Client ID>', "it's", 'say "id"'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);

function quoted(text: string, quote: "'" | '"'): string {
  const inDoubleQuotes = JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  if (quote === '"') return inDoubleQuotes;
  return `'${inDoubleQuotes.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const lineComment = fc.constantFrom('', ' // Americas', " // 'mypurecloud.ie': '',", ' // }, {', '\t// "');
const blockComment = fc.constantFrom('', ' /* EU */', ' /* two\n lines } */', " /* 'a': 'b', */");

/** A region and what stands in its place in `clientIds`. */
export type Pair = readonly [region: string, value: string];

function entryArbitrary(style: Style, [region, value]: Pair, index: number): fc.Arbitrary<Entry> {
  const quote =
    style.quote === 'either' ? fc.constantFrom("'" as const, '"' as const) : fc.constant(style.quote);
  return fc
    .record({
      keyQuote: quote,
      valueQuote: quote,
      parentheses: fc.boolean(),
      constant: fc.constantFrom('', '', '', 'const', 'let', 'var'),
      comment: style.layout === 'lines' ? fc.oneof(lineComment, blockComment) : blockComment,
      commentedOut:
        style.layout === 'lines' ? fc.constantFrom('', `// 'mypurecloud.jp': 'x',`) : fc.constant(''),
    })
    .map(({ keyQuote, valueQuote, parentheses, constant, comment, commentedOut }) => {
      const string = quoted(value, valueQuote);
      const source = constant === '' ? string : `id${index}`;
      const wrapped = parentheses && value.length % 3 === 0 ? `(${source})` : source;
      return {
        source: `${quoted(region, keyQuote)}${style.colon}${wrapped}`,
        constant: constant === '' ? '' : `${constant} ${source} = ${string};\n`,
        comment,
        commentedOut,
      };
    });
}

function literal(style: Style, entries: readonly Entry[]): string {
  const { layout, indent, trailingComma, lastComment } = style;
  const last = entries.length - 1;
  const comma = (index: number) => (index < last || trailingComma ? ',' : '');
  switch (layout) {
    case 'one line':
      return `{${entries.map(({ source, comment }, index) => ` ${source}${comment}${comma(index)}`).join('')} }`;
    case 'brace at the end':
      return `{ ${entries.map(({ source }, index) => `${source}${comma(index)}`).join(`\n${indent}`)} }`;
    case 'commas first':
      return `{\n${indent}  ${entries.map(({ source }) => source).join(`\n${indent}, `)}\n${indent}}`;
    case 'lines': {
      const lines = entries.flatMap(({ source, comment, commentedOut }, index) => [
        ...(commentedOut === '' ? [] : [commentedOut]),
        `${source}${comma(index)}${comment}`,
      ]);
      const inside = [...lines, ...(lastComment === '' ? [] : [lastComment])];
      return `{${inside.map((line) => `\n${indent}${indent}${line}`).join('')}\n${indent}}`;
    }
  }
}

const styleArbitrary: fc.Arbitrary<Style> = fc.record({
  quote: fc.constantFrom("'", '"', 'either'),
  colon: fc.constantFrom(': ', ':', ' : ', ' /* is */ : ', ':   ', ':\n  '),
  layout: fc.constantFrom('lines', 'lines', 'one line', 'brace at the end', 'commas first'),
  trailingComma: fc.boolean(),
  lastComment: fc.constantFrom('', "// 'mypurecloud.jp': ''", '/* the end */'),
  indent: fc.constantFrom('  ', '    ', '\t', ' \t', ''),
});

/** The source of `clientIds`, and the declarations that it needs. */
type Source = { readonly constants: string; readonly literal: string };

function literalArbitrary(pairsArbitrary: fc.Arbitrary<readonly Pair[]>): fc.Arbitrary<Source> {
  return fc.tuple(styleArbitrary, pairsArbitrary).chain(([style, pairs]) =>
    fc.tuple(...pairs.map((pair, index) => entryArbitrary(style, pair, index))).map((entries) => ({
      constants: entries.map(({ constant }) => constant).join(''),
      literal: style.layout === 'commas first' && entries.length === 0 ? '{}' : literal(style, entries),
    })),
  );
}

const wrappers: readonly ((body: string) => string)[] = [
  (body) => body,
  (body) => `if (typeof window !== 'undefined') {\n${body}\n}`,
  (body) => `(function () {\n'use strict';\n${body}\n})();`,
  (body) => `function setup() {\n  ${body}\n}\nsetup();`,
  (body) => `(() => { ${body} })()`,
];

const tails = [
  'PureCloud.User.getAuthToken(function (token) {\n  if (tok',
  'window.x = {\n  initialSetup: function () ,\n  screenPop: function (a, b) ,\n};\n',
  'var a = { b: 1 // no comma\n c: 2 };\n',
  "var s = 'half",
  'function (',
];

/** Ways to write `clientIds` with this object, in place or as a constant of some name. */
const namings: readonly ((literal: string) => { declaration: string; property: string })[] = [
  (literal) => ({ declaration: '', property: `clientIds: ${literal}` }),
  (literal) => ({ declaration: '', property: `clientIds: ${literal}` }),
  (literal) => ({ declaration: `const ids = ${literal};\n`, property: 'clientIds: ids' }),
  (literal) => ({ declaration: `var first = 1, $ids = ${literal};\n`, property: 'clientIds: $ids' }),
  (literal) => ({ declaration: `/* clientIds */ let clientIds = (${literal});\n`, property: 'clientIds' }),
];

/** A `var` is not certain in a function that could be called above it. */
function mayStandOutside(constants: string, wrapper: (body: string) => string): boolean {
  return !/^var|\nvar/.test(constants) || !wrapper('').startsWith('function');
}

/** Files with these entries in every mixture of quotes, comments, line ends, wrappers, layouts and tails. */
export function filesWith(pairs: fc.Arbitrary<readonly Pair[]>): fc.Arbitrary<GeneratedFile> {
  return fc
    .record({
      clientIds: literalArbitrary(pairs),
      settings: fc.constantFrom(
        '',
        ' settings: { dedicatedLoginWindow: true },',
        "\n// clientIds: { 'x': '' }\n",
      ),
      screenPop: fc.constantFrom(
        'screenPop() {}',
        'screenPop: function (a,\nb) { return /[}]/.test(a); }',
        '',
      ),
      wrapper: fc.constantFrom(...wrappers),
      mark: fc.constantFrom('', '\ufeff', '// framework.js { \n', '/* clientIds: {} */ '),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      tail: fc.constantFrom(...tails),
      named: fc.constantFrom(...namings),
      isOutside: fc.boolean(),
    })
    .map(({ clientIds, settings, screenPop, wrapper, mark, lineEnd, tail, named, isOutside }) => {
      const { declaration, property } = named(clientIds.literal);
      const body = `window.Framework = {\n  config: { name: "x",${settings} ${property} },\n  ${screenPop}\n};`;
      const withLineEnds = (text: string) => text.replaceAll('\n', lineEnd);
      const constants = `${clientIds.constants}${declaration}`;
      const program =
        isOutside && mayStandOutside(constants, wrapper)
          ? constants + wrapper(body)
          : wrapper(constants + body);
      return { head: withLineEnds(`${mark}${program}\n`), tail: withLineEnds(tail) };
    });
}

/** Files with any entries. */
export const fileArbitrary: fc.Arbitrary<GeneratedFile> = filesWith(
  fc.array(fc.tuple(regionArbitrary, valueArbitrary), { maxLength: 5 }),
);
