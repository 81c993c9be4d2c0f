import { plainClientId, readClientId } from '../../platform/clientId.ts';
import { rememberingAll } from '../../remembered.ts';

const ID_IN_IT = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** A Client ID has 32 hexadecimal digits: half of them make a cut-off one, no word has that many. */
const FEWEST_DIGITS = 16;
const FEWEST_DIGITS_WITH_TYPING_ERRORS = 24;
const MOST_TYPING_ERRORS = 2;

/**
 * What a string that is no Client ID was meant to be. `id`: the Client ID in it, when spaces, braces or the like around
 * it are all that is wrong. `broken`: it looks like one that lost, gained or changed something. `other`: any other text.
 */
export type Misread =
  | { readonly kind: 'id'; readonly clientId: string }
  | { readonly kind: 'broken' | 'other' };

/** Takes a string that stands for a Client ID for what it most likely is (Genesys facts 5.2 and 5.4). */
export function misread(text: string): Misread {
  const clientId = readClientId(text);
  if (clientId !== undefined) return { kind: 'id', clientId };
  const plain = plainClientId(text);
  return { kind: ID_IN_IT.test(plain) || looksBroken(plain) ? 'broken' : 'other' };
}

function looksBroken(text: string): boolean {
  const rest = text.replace(/[\s{}()<>[\]"'`-]/g, '');
  const digits = rest.match(/[0-9a-f]/gi)?.length ?? 0;
  const errors = [...rest].length - digits;
  if (errors === 0) return digits >= FEWEST_DIGITS;
  return digits >= FEWEST_DIGITS_WITH_TYPING_ERRORS && errors <= MOST_TYPING_ERRORS;
}

/** A name as programs have it, with the dots, colons, slashes and dashes of paths to a value. */
const NAME = '[\\p{L}_.$][\\p{L}\\p{N}_.:/-]*';

/** What template engines, pipelines and servers put a value in place of; the name stands in the first group that is there. */
const MARKS: readonly string[] = [
  `\\{\\{\\{?-?([^{}]+)-?\\}?\\}\\}`, // {{X}}: Mustache, Handlebars, Helm, Jinja, Angular
  `\\{%-?([^{}%]+)-?%\\}`, // {% X %}: Jinja, Twig, Liquid
  `<%[=\\-#]?([^<>%]+)-?%>`, // <%= X %>: EJS, ERB, JSP
  `<\\?=?([^<>?]+)\\?>`, // <?= X ?>: PHP
  `\\$\\{\\{?([^{}]+)\\}\\}?`, // ${X}: shells, Maven, GitHub Actions
  `\\$\\((${NAME})\\)`, // $(X): Azure Pipelines, make
  `\\$(${NAME})`, // $X: envsubst
  `#\\{(${NAME})\\}#?`, // #{X}#: Replace Tokens, Octopus Deploy
  `%(${NAME})%`, // %X%: Windows, Create React App
  `%%(${NAME})%%`,
  `@@?(${NAME})@@?`, // @X@: Maven, CMake, Ant
  `\\(\\((${NAME})\\)\\)`, // ((X)): Concourse
  `\\[\\[(${NAME})\\]\\]`,
  `__(${NAME}?)__`, // __X__: webpack's DefinePlugin, Replace Tokens
  `~(${NAME})~`,
  `!!?(${NAME})!!?`,
];

/** Made when the first text may be a mark: what is said of all scripts takes long to make ready. */
const patternOf = rememberingAll((mark) => new RegExp(`^${mark}$`, 'u'));

/** What all of them begin with. Most texts do not, and to look for each mark takes longer than to read the file. */
const BEGINS_MARK = /^[{<$#%@([_~!]/;

/** Words, in lower case, of somebody who speaks to the reader: nobody calls a variable so, whatever stands around it. */
const TO_A_READER =
  /(?<!\p{L})(?:your|insert|enter|put|paste|replace|change[ _-]?me|to[ _-]?do|fill|here|example|sample|x{2,})(?!\p{L})/u;

/** Nothing that has the length of a text to be replaced is longer. */
const LONGEST = 300;

/**
 * Whether a text is a mark that a build, or the server that delivers the file, puts a value in place of. It is the whole
 * text; what names itself a thing to be replaced by hand is none, in whatever signs it stands.
 */
export function isBuildPlaceholder(text: string): boolean {
  const mark = text.trim();
  if (mark.length > LONGEST || !BEGINS_MARK.test(mark)) return false;
  const names = MARKS.flatMap((each) => patternOf(each).exec(mark)?.[1] ?? []);
  const isForReader = names.some((name) => TO_A_READER.test(name.toLowerCase()));
  return !isForReader && names.some((name) => /[\p{L}\p{N}]/u.test(name));
}
