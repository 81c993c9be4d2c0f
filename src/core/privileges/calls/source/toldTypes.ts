import type { Language } from './languages.ts';

/** Says of a receiver, with what stands before it, whether the file tells that it is none of the SDK. */
export type OwnObjects = { holds(receiver: string, before: string): boolean };

/** Nobody calls methods with names of the SDK on more objects in one file; of further ones, nothing is told. */
const MOST_NAMES = 50;

/** What a file tells of the types of its objects: in declarations, parameters, and where they are made. */
export function ownObjects(text: string, code: string, language: Language): OwnObjects {
  const known = new Map<string, boolean>();
  const remembered = (name: string, find: () => boolean) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = known.size < MOST_NAMES && find();
    known.set(name, found);
    return found;
  };
  const isOwnType = (type: string) =>
    remembered(
      `type ${type}`,
      () =>
        !SAYS_NOTHING.test(type) && (!OF_SDK.test(type) || isDeclared(type, code)) && !isDerived(type, code),
    );
  return {
    holds(receiver, before) {
      const made = madeBefore(before, language);
      if (made !== undefined) return isOwnType(made);
      if (receiver === '') return false;
      const owner = new RegExp(`([\\w$]+)\\s?[?!]?\\.\\s{0,99}${escaped(receiver)}$`).exec(before)?.[1];
      if (owner !== undefined && !isOwner(owner, code, language)) return false;
      return remembered(receiver, () => {
        const types = typesOf(receiver, { text, code, language });
        return types.length > 0 && types.every((type) => type !== undefined && isOwnType(type));
      });
    },
  };
}

/** Types of which nothing follows: of anything, and those that stand for others. */
const SAYS_NOTHING = /^(?:any|unknown|object|Object|Any|dynamic|interface|T|[A-Z]\d?)$/;
const OF_SDK = /Api(?:WithConfig)?\b|platformclient|platformClient|PureCloudPlatform|mypurecloud/i;

/** Whether a file declares a type itself. */
function isDeclared(type: string, code: string): boolean {
  return new RegExp(`\\b(?:class|interface|struct|record|enum|type)\\s{1,9}${escaped(type)}(?![\\w$.])`).test(
    code,
  );
}

/** Whether a type of the file is one of the SDK under another name, or holds what one has. */
function isDerived(type: string, code: string): boolean {
  const name = escaped(/([\w$]+)\W*$/.exec(type.replace(/[<[].*$/s, ''))?.[1] ?? type);
  return [
    `\\b(?:class|interface|type|using|record|struct)\\s{1,9}${name}\\b[^{;\\n]{0,300}Api\\b`,
    `(?<![\\w$.])${name}\\s{0,9}=\\s{0,9}[\\w.]{0,200}Api\\b`,
    `Api\\s{1,9}as\\s{1,9}${name}\\b`,
    `\\btype\\s{1,9}${name}\\s{1,9}(?:struct|interface)\\s{0,9}\\{[^}]{0,1500}\\n\\s{0,99}\\*?[\\w.]{0,100}Api[ \\t]{0,9}\\r?\\n`,
  ].some((derived) => new RegExp(derived).test(code));
}

function madeBefore(before: string, language: Language): string | undefined {
  if (language === 'go') return undefined;
  return language === 'python'
    ? /(?<![\w.])([A-Z]\w{0,100})\([^()]{0,200}\)$/.exec(before)?.[1]
    : /\bnew\s{1,9}([\w$.]{1,100})(?:<[^<>()]{0,100}>)?\s?\([^()]{0,200}\)\)?$/.exec(before)?.[1];
}

/** The object whose members the file itself declares. */
function isOwner(owner: string, code: string, language: Language): boolean {
  if (/^(?:this|self|cls|super|base)$/.test(owner)) return true;
  return language === 'go' && new RegExp(`\\bfunc\\s?\\(\\s?${escaped(owner)}\\s{1,9}\\*?\\w`).test(code);
}

/** A type as it is written, with what it is a list or another holder of. */
const TYPE = String.raw`[A-Z][\w$.]{0,100}(?:<[^;(){}\n]{0,200}?>|\[[^;(){}\n]{0,200}?\])?(?:\[\])?`;

type File = { text: string; code: string; language: Language };

/** The types that a name has in a file; undefined for each place where it has one that is not told. */
function typesOf(receiver: string, file: File): readonly (string | undefined)[] {
  const { text, code, language } = file;
  const name = escaped(receiver);
  if (/^[A-Z]/.test(receiver) && isDeclared(receiver, code)) return [receiver];
  const { told, untold } = PATTERNS[language](name);
  // In Python, a type may stand in quotes.
  const types = told.flatMap((pattern) =>
    [...(language === 'python' ? text : code).matchAll(new RegExp(pattern, 'g'))].map(({ 1: type }) => type),
  );
  return untold.some((pattern) => new RegExp(pattern).test(code)) ? [...types, undefined] : types;
}

type Patterns = { told: readonly string[]; untold: readonly string[] };

const PATTERNS: Readonly<Record<Language, (name: string) => Patterns>> = {
  javascript: (name) => ({
    told: [
      `(?<![\\w$])${name}[?!]?\\s{0,9}:\\s{0,9}(?:readonly\\s)?(${TYPE})(?=\\s{0,9}(?:[,;)=}|&]|\\n|$))`,
      `(?<![\\w$])${name}(?:\\s{0,9}:[^=;\\n]{1,200})?\\s{0,9}=\\s{0,9}new\\s{1,9}([\\w$.]{1,100})`,
    ],
    untold: [
      `(?<![\\w$])${name}\\s{0,9}=(?!=|>|\\s{0,9}(?:new\\b|null\\b|undefined\\b|${name}\\s{0,9}[;,)\\n}]))`,
      `(?<![\\w$])${name}\\s{0,9}=>`,
      `(?<!\\b(?:if|while|switch|for)\\s{0,3})\\((?:[^()]{0,300}[,\\s])?${name}\\s{0,9}(?:,[^()]{0,300})?\\)\\s{0,9}(?:=>|\\{)`,
      `\\{[^{}]{0,300}(?<![\\w$])${name}(?![\\w$])[^{}]{0,300}\\}\\s{0,9}=(?![=>])`,
      `(?<![\\w$])${name}\\s{1,9}of\\s`,
    ],
  }),
  python: (name) => ({
    told: [
      `(?<!\\w)${name}\\s{0,9}:\\s{0,9}["']?(${TYPE})["']?(?=\\s{0,9}[,)=|\\n]|$)`,
      `(?<!\\w)${name}\\s{0,9}=\\s{0,9}((?:[a-z_]\\w{0,60}\\.){0,3}[A-Z]\\w{0,100})\\(`,
    ],
    untold: [
      `(?<!\\w)${name}\\s{0,9}=(?!=|\\s{0,9}(?:None\\b|${name}\\s{0,9}[,)\\n]|${name}$|(?:[a-z_]\\w{0,60}\\.){0,3}[A-Z]\\w{0,100}\\())`,
      `\\bdef\\s{1,9}\\w{1,100}\\s?\\((?:[^()]{0,500}[\\s,*])?${name}\\s{0,9}[,)=]`,
      `\\b(?:for|as)\\s{1,9}${name}\\b|\\blambda\\s[^:\\n]{0,200}\\b${name}\\b`,
    ],
  }),
  java: declaredByType,
  csharp: declaredByType,
  go: (name) => ({
    told: [
      `(?<=[\\s(,])${name}[ \\t]{1,40}\\*?((?!(?:range|struct|func|chan|map|interface|any|error|in|if)\\b)[A-Za-z_][\\w.]{0,100})(?=[ \\t]{0,9}(?:[,)=\`}/]|\\r?\\n|$))`,
      `(?<![\\w.])${name}\\s{0,9}(?::=|=|:)\\s{0,9}&?([A-Za-z_][\\w.]{0,100})\\{`,
    ],
    untold: [
      `(?<![\\w.])${name}(?:\\s?,\\s?\\w{1,60}){0,4}\\s{0,9}(?::=|=(?!=))(?!\\s{0,9}(?:nil\\b|&?[A-Za-z_][\\w.]{0,100}\\{))`,
      `(?<=[\\s(,])${name}[ \\t]{1,40}(?:interface|any)\\b`,
    ],
  }),
};

/** Java and C# write the type before the name, or `var` where it is that of what is made. */
function declaredByType(name: string): Patterns {
  return {
    told: [
      `(?<![\\w.])(${TYPE})\\??\\s{1,9}${name}(?=\\s{0,9}(?:[;,)=:{]|\\bin\\b))`,
      `\\bvar\\s{1,9}${name}\\s{0,9}=\\s{0,9}new\\s{1,9}([\\w.]{1,100})`,
    ],
    untold: [
      `\\bvar\\s{1,9}${name}\\s{0,9}(?:=(?!\\s{0,9}new\\b)|:|\\bin\\b)`,
      `\\b(?:dynamic|object)\\s{1,9}${name}\\b`,
    ],
  };
}

function escaped(name: string): string {
  return name.replaceAll('$', '\\$&');
}
