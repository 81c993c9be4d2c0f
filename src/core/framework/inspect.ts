import type { AnyNode } from 'acorn';
import { type Directive, directivesIn } from './directives.ts';
import { type ClientIds, MOST_JUDGED, noLiteral, readLiteral } from './entries.ts';
import { isEmbeddableFramework } from './isFramework.ts';
import { type Place, type Placer, placer } from './places.ts';
import {
  type Effort,
  effortFor,
  readByBrackets,
  readLoosely,
  readStrictly,
  readUntilGuess,
} from './reading.ts';
import { type Setting, type SettingName, type Survey, survey } from './survey.ts';

export type { ClientIdEntry, ClientIds, ClientIdsLiteral, CommentedOutEntry, EntryValue } from './entries.ts';
export type { Place } from './places.ts';

/** `dynamic`: known only when the file runs, or different objects disagree. The place is the value's. */
export type BooleanSetting =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'on' | 'off' | 'dynamic';
      readonly place: Place;
      /** No other object has it, too. */
      readonly alone: boolean;
    };

/** A setting without effect, because the same object has it again further down. */
export type OverriddenSetting = {
  readonly name: SettingName;
  readonly place: Place;
  /** The one that counts. */
  readonly by: Place;
  /** The object that has both. */
  readonly object: Place;
  /** Nothing else happens while its value is evaluated. */
  readonly inert: boolean;
};

/** What the text of a framework.js says about its OAuth client (Genesys facts 5.2 and 5.4). */
export type FrameworkInspection = {
  /** The text is about the Embeddable Framework; false for a file of another product, about which nothing is to be said. */
  readonly isFramework: boolean;
  /** It has more in it than anybody writes, so that it is not read; nothing is certain then, not even that a setting is absent. */
  readonly isLeftAlone: boolean;
  readonly clientIds: ClientIds;
  readonly dedicatedLoginWindow: BooleanSetting;
  readonly usePKCEAuthFlow: BooleanSetting;
  /** The first call or reference, wherever it may run (procedure rule E1). */
  readonly getAuthToken: Place | undefined;
  /** Object literals that look like the framework's `config`; `complete`: nothing is in them but what the text names. */
  readonly configs: readonly { readonly place: Place; readonly complete: boolean }[];
  readonly overridden: readonly OverriddenSetting[];
  readonly directives: readonly Directive[];
};

const LEFT_ALONE: Omit<FrameworkInspection, 'isFramework'> = {
  isLeftAlone: true,
  clientIds: { kind: 'not-a-literal', place: { start: 0, end: 0, line: 1 } },
  dedicatedLoginWindow: { kind: 'dynamic', place: { start: 0, end: 0, line: 1 }, alone: false },
  usePKCEAuthFlow: { kind: 'dynamic', place: { start: 0, end: 0, line: 1 }, alone: false },
  getAuthToken: undefined,
  configs: [],
  overridden: [],
  directives: [],
};

/**
 * Reads a framework.js, valid JavaScript or not, without running it. Never throws; where the text does not
 * tell, the answer is `not-a-literal` or `dynamic`.
 */
export const inspectFramework = rememberingLast((text): FrameworkInspection => {
  const found = surveyLoosely(text);
  const seen = found === undefined ? LEFT_ALONE : report(text, found);
  return { ...seen, isFramework: isEmbeddableFramework(text, seen.clientIds) };
});

/**
 * The same for those about to write: at twice the cost, valid JavaScript is read without any guessing.
 * Undefined when the text cannot be read.
 */
export const inspectExactly = rememberingLast((text): FrameworkInspection | undefined => {
  const found = surveyStrictly(text, effortFor(text)) ?? surveyLoosely(text);
  if (found === undefined) return undefined;
  const seen = report(text, found);
  return { ...seen, isFramework: isEmbeddableFramework(text, seen.clientIds) };
});

/**
 * Where the tolerant parser had to guess, the text may be valid all the same; then nothing need be guessed. Where it will
 * have to, the other reader is asked before it. Undefined for a text that nobody wrote.
 */
function surveyLoosely(text: string): Survey | undefined {
  const effort = effortFor(text);
  const isAsked = hasKeysAtTheEdge(text);
  const exact = isAsked ? surveyStrictly(text, effort) : undefined;
  if (exact !== undefined) return exact;
  const first = readUntilGuess(text, effort);
  if (first === undefined) return undefined;
  const isGuess = first === 'guessed' || first.guessed;
  const strict = isGuess && !isAsked ? surveyStrictly(text, effort) : undefined;
  const sure = strict ?? (isGuess ? surveyByBrackets(text, effort) : undefined);
  if (sure !== undefined) return sure;
  const reading = first === 'guessed' ? readLoosely(text, effort) : first;
  return reading === undefined ? undefined : survey(text, reading);
}

/** Keys are indented by everybody who indents anything; in a file of another product that costs one more reading at most. */
function hasKeysAtTheEdge(text: string): boolean {
  return KEY_AT_THE_EDGE.test(text);
}

const KEY_AT_THE_EDGE = /^(?:"[^"\n\r]{0,200}"|'[^'\n\r]{0,200}'|[\w$]{1,200})[ \t]*:/m;

function surveyStrictly(text: string, effort: Effort): Survey | undefined {
  const reading = readStrictly(text, effort);
  return reading === undefined ? undefined : survey(text, reading);
}

/** Undefined when the brackets tell less about `clientIds` than the indentation. */
function surveyByBrackets(text: string, effort: Effort): Survey | undefined {
  const reading = readByBrackets(text, effort);
  if (reading === undefined) return undefined;
  const found = survey(text, reading);
  const last = found.settings.clientIds.at(-1);
  return reading.sureUntil >= (last?.value.end ?? text.length) ? found : undefined;
}

function report(text: string, found: Survey): Omit<FrameworkInspection, 'isFramework'> {
  const place = placer(text);
  const [authToken] = found.authTokenNames;
  return {
    isLeftAlone: false,
    clientIds: reportClientIds(text, found, place),
    dedicatedLoginWindow: reportBoolean(found.settings.dedicatedLoginWindow, place),
    usePKCEAuthFlow: reportBoolean(found.settings.usePKCEAuthFlow, place),
    getAuthToken: authToken === undefined ? undefined : place(authToken),
    configs: found.configs.map(({ object, complete }) => ({ place: place(object), complete })),
    overridden: found.overridden.map(({ name, property, by, object, inert }) => ({
      name,
      place: place(property),
      by: place(by),
      object: place(object),
      inert,
    })),
    directives: directivesIn(found.comments, place),
  };
}

function reportClientIds(
  text: string,
  { settings, clientIdsChanges, constants, exact }: Survey,
  place: Placer,
): ClientIds {
  const [change] = clientIdsChanges;
  const [setting, ...others] = settings.clientIds;
  if (others.length > 0) {
    const judged = settings.clientIds.slice(0, MOST_JUDGED);
    return { kind: 'several', places: judged.map(({ value }) => place(value)) };
  }
  const obstacle = change ?? setting?.hiddenBy;
  if (obstacle !== undefined) return { kind: 'not-a-literal', place: place(obstacle) };
  if (setting === undefined) return { kind: 'absent' };
  const { value } = setting;
  const constant = value.type === 'Identifier' ? constants.at(value) : undefined;
  const found = constant === undefined || constant.shared ? value : constant.value;
  if (found.type === 'ObjectExpression') return readLiteral(text, found, place, { constants, exact });
  return isNothing(found) ? noLiteral(place(found)) : { kind: 'not-a-literal', place: place(value) };
}

/** `null` or `undefined`, which is as good as an object without entries. */
function isNothing(node: AnyNode): boolean {
  if (node.type === 'UnaryExpression') return node.operator === 'void' && node.argument.type === 'Literal';
  return node.type === 'Literal'
    ? node.raw === 'null'
    : node.type === 'Identifier' && node.name === 'undefined';
}

function reportBoolean(settings: readonly Setting[], place: Placer): BooleanSetting {
  const last = settings.at(-1);
  if (last === undefined) return { kind: 'absent' };
  const [kind, ...others] = new Set(settings.map(booleanKind));
  return {
    kind: kind === undefined || others.length > 0 ? 'dynamic' : kind,
    place: place(last.value),
    alone: settings.length === 1,
  };
}

function booleanKind({ value, hiddenBy }: Setting): 'on' | 'off' | 'dynamic' {
  if (hiddenBy !== undefined) return 'dynamic';
  return isBoolean(value, true) ? 'on' : isBoolean(value, false) ? 'off' : 'dynamic';
}

function isBoolean(node: AnyNode, value: boolean): boolean {
  return node.type === 'Literal' && node.value === value;
}

/**
 * The same pure function of a text, which remembers what it gave last: a check, its fixes, and the entry under a cursor ask
 * about one text in turn, and to parse it takes longer than all else. For each open document the host remembers its own.
 */
function rememberingLast<T>(of: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: of(text) };
    return last.value;
  };
}
