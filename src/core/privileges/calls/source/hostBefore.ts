import { readAddress } from '../address.ts';
import { closingOf } from './brackets.ts';
import { addedTo, type Texts } from './joinedTexts.ts';
import { type Range, scopeEnd, variableOf, withoutWrappers } from './methodAround.ts';
import type { Literal } from './scan.ts';
import { usesSdk } from './sdkCalls.ts';

/** Whose the host before a path is; `none` where nothing stands before it that could be one. */
export type Host = 'genesys' | 'other' | 'untold' | 'none';

type File = Texts & { text: string };

/** Tells whose the hosts are before the paths of a file, as far as the file itself says it. */
export type HostsBefore = {
  before(written: Range & { address: string }, literal: Literal): Host;
  /** The host that a variable holds, where it is used at a place. */
  named(name: string, at: number): Host;
};

/** Nobody gives more names to hosts in one file; of what is further on, nothing is said as certain. */
const MOST_NAMES = 50;
const MOST_ASSIGNMENTS = 20;
/** A variable of a variable of a variable. */
const MOST_STEPS = 4;

const NAME = String.raw`[A-Za-z_$][\w$]{0,100}(?:[?!]?\.[A-Za-z_$][\w$]{0,100}){0,6}(?:\(\s{0,9}\))?`;
const ADDED = new RegExp(`(?<![\\w$.])(${NAME})\\s{0,20}\\+\\s{0,200}$`);
/** Functions that put an address together of the host and the path. */
const JOINING_TO = `(?:\\burljoin|\\bnew\\s{1,9}Ur[il]|\\bjoinURL|\\.JoinPath)\\s{0,9}\\(\\s{0,99}(?:new\\s{1,9}Uri\\s?\\(\\s{0,9})?(${NAME})\\s{0,9}\\)?\\s{0,9},\\s{0,99}`;
const JOINING = new RegExp(`${JOINING_TO}$`);
const BEHIND_PATH = new RegExp(`^\\s{0,20},\\s{0,99}(?:(${NAME})\\s{0,20}\\)|(?=["'\`]))`);
/** What is filled in where a text has its first gap. */
const FILLED = new RegExp(
  `^(?:\\s{0,20},|\\s{0,20}\\.format(?:ted)?\\s?\\(|\\s{0,20}%\\s{0,9}\\(?)\\s{0,99}(${NAME})`,
);
const IN_TEMPLATE = new RegExp(`^[fr$@"'\`]{0,5}\\$?\\{(${NAME})\\}`, 'i');
const GAP = /^(?:%(?:\d\$)?[sv]|\{\d{0,2}\})/;

const BODY =
  /^(?:\s{0,9}:[^{};=\n]{1,80})?\s{0,9}(?:throws\s[^{;]{1,80}|[\w.*]{1,60}\s?|\([^(){}]{0,100}\)\s?)?(?:=>\s{0,9}\{|\{|=>)/;
const PYTHON_BODY = /^[^:\n]{0,99}:[ \t]{0,9}\r?\n?/;

export function hostsBefore(file: File, ownHosts: readonly string[]): HostsBefore {
  return new Hosts(file, ownHosts);
}

type Assignment = {
  start: number;
  /** Where the name means this no more. */
  end: number;
  isMember: boolean;
  isDeclared: boolean;
  host: Host;
};

class Hosts implements HostsBefore {
  private readonly assignments = new Map<string, readonly Assignment[]>();
  private readonly joined = new Map<string, Host>();
  private readonly hasSdk: boolean;

  constructor(
    private readonly file: File,
    private readonly ownHosts: readonly string[],
  ) {
    this.hasSdk = usesSdk(file, file.language);
  }

  before({ start, end, address }: Range & { address: string }, literal: Literal): Host {
    const { text, code } = this.file;
    const written = this.writtenHost(address, literal.start);
    if (written !== 'none') return written;
    const inside = IN_TEMPLATE.exec(text.slice(literal.start, literal.start + 300))?.[1];
    if (address.startsWith('{') && inside !== undefined) return this.named(inside, literal.start);
    if (GAP.test(address)) {
      const filled = FILLED.exec(code.slice(literal.end, literal.end + 300))?.[1];
      return filled === undefined ? 'untold' : this.named(filled, literal.start);
    }
    if (/^[{$<%]/.test(address)) return 'untold';
    const earlier = code.slice(Math.max(0, start - 400), start);
    const name = (ADDED.exec(earlier) ?? JOINING.exec(earlier))?.[1];
    if (name !== undefined) return this.named(name, start);
    if (/[\w$)\]]\s{0,20}\+\s{0,200}$/.test(earlier)) return 'untold';
    if (/\bnew\s{1,9}URL\s?\(\s{0,99}$/.test(earlier)) {
      const base = BEHIND_PATH.exec(code.slice(end, end + 300));
      if (base !== null) return this.given(base[1], end, end + base[0].length + 1);
    }
    const variable = variableOf(code, withoutWrappers(code, { start, end }).start);
    return variable === undefined ? 'none' : this.joinedTo(variable);
  }

  named(name: string, at: number, step = 0): Host {
    const words = name.replace(/[?!]/g, '').split('.');
    const last = words.at(-1) ?? '';
    const owner = words.at(-2);
    if (!last.endsWith(')') && step < MOST_STEPS) {
      const told = this.assigned(last, owner, at, step);
      if (told === 'genesys' || told === 'other' || told === 'both') return told === 'both' ? 'untold' : told;
    }
    return this.isBasePath(last, owner ?? '') ? 'genesys' : 'untold';
  }

  /** What a name plainly says: a product, or in a file that uses the SDK, the base path of that. */
  private isBasePath(name: string, owner: string): boolean {
    if (/genesys|purecloud/i.test(name)) return true;
    if (!this.hasSdk) return false;
    const isBase = /^(?:get_?)?(?:_|api|sdk|platform|client|config)*base(?:_?(?:path|ur[il]))?(?:\(\s*\))?$/i;
    return isBase.test(name) || (/^host$/i.test(name) && /^config(?:uration)?$/i.test(owner));
  }

  /** The host that stands in an address itself. */
  private writtenHost(address: string, at: number, step = 0): Host {
    const read = readAddress(address, this.ownHosts);
    if (read.kind === 'other-host') return 'other';
    if ('host' in read && read.host === 'genesys') return 'genesys';
    const [, host, name = ''] = /^\w{2,6}:\/\/((?:api\.)?)\{([\w$]+)\}(?=[/:]|$)/.exec(address) ?? [];
    if (host === undefined) return /^\w{2,6}:\/\//.test(address) ? 'untold' : 'none';
    const told = this.named(name, at, step + 1);
    if (told !== 'untold') return told;
    return host !== '' && (this.hasSdk || /region|environment/i.test(name)) ? 'genesys' : 'untold';
  }

  private assigned(name: string, owner: string | undefined, at: number, step: number): Host | 'both' {
    const all = this.assignmentsOf(name, step);
    const isOwn = owner === undefined || /^(?:this|self|cls|super|base)$/.test(owner);
    if (owner !== undefined) {
      return together(
        all.filter(({ isMember, isDeclared }) => isMember || isOwn || (isDeclared && /^[A-Z]/.test(owner))),
      );
    }
    const visible = all.filter(({ start, end, isMember }) => !isMember && start < at && at <= end);
    const innermost = Math.min(...visible.map(({ end }) => end));
    const first = visible.find(({ end }) => end === innermost)?.start ?? Number.POSITIVE_INFINITY;
    const isLater = ({ start, end, isDeclared }: Assignment) =>
      end === innermost ||
      (!isDeclared && this.file.language !== 'python' && start > first && start < innermost);
    const meant = all.filter((each) => !each.isMember && isLater(each));
    if (meant.length > 0) return together(meant);
    return together(
      all.filter(({ start, isDeclared }) => isDeclared && start > at && /^_|^[A-Z]/.test(name)),
    );
  }

  private assignmentsOf(name: string, step: number): readonly Assignment[] {
    const known = this.assignments.get(name);
    if (known !== undefined) return known;
    if (this.assignments.size >= MOST_NAMES) return [];
    // Whoever asks for it while it is being looked at asks in a circle.
    this.assignments.set(name, []);
    const { code, language } = this.file;
    const sign = language === 'csharp' ? '=>?' : '=(?![=>])';
    const expression = new RegExp(
      `(?<![\\w$])${name.replaceAll('$', '\\$&')}(?:\\??\\s{0,9}:\\s{0,9}[\\w<>.|]{1,60}(?=\\s{0,9}=)|[ \\t]{1,9}\\*?[\\w.]{1,60}(?=[ \\t]{0,9}=)|\\s{0,9}\\{\\s?get;[^{}]{0,40}\\}(?=\\s{0,9}=))?\\s{0,9}(:=|${sign}|:)\\s{0,99}`,
      'g',
    );
    const found: Assignment[] = [];
    for (const { 0: whole, 1: by, index } of code.matchAll(expression)) {
      if (found.length >= MOST_ASSIGNMENTS) return [];
      const value = this.valueAt(index + whole.length, step);
      if (by === ':' && value === 'untold') continue;
      const before = code.slice(Math.max(0, index - 120), index);
      found.push({
        start: index,
        end: scopeEnd(this.file, index, code.length),
        isMember: by === ':' || before.endsWith('.') || (language === 'python' && /\([^()]*$/.test(before)),
        isDeclared: by === ':=' || /[\w>\])?]\s{1,20}$/.test(before),
        host: value,
      });
    }
    found.push(...this.parametersOf(name));
    this.assignments.set(name, found);
    return found;
  }

  /** A parameter hides what is called the same outside of its function. */
  private parametersOf(name: string): readonly Assignment[] {
    const { code, language } = this.file;
    const listed = new RegExp(`[(,\\s]${name.replaceAll('$', '\\$&')}(?![\\w$])[^()]{0,300}\\)`, 'g');
    const found: Assignment[] = [];
    for (const { 0: whole, index } of code.matchAll(listed)) {
      if (found.length >= MOST_ASSIGNMENTS) break;
      const before = code.slice(Math.max(0, index - 300), index + 1);
      const behind = index + whole.length;
      const body = (language === 'python' ? PYTHON_BODY : BODY).exec(code.slice(behind, behind + 200))?.[0];
      const isFunction =
        language === 'python' ? /\bdef\s[^()]*\([^()]*$/ : /(?<!\b(?:if|while|switch|for)\s?)\([^()]*$/;
      if (body === undefined || !isFunction.test(before)) continue;
      const end = body.endsWith('=>')
        ? behind + (/^[^;\n]*/.exec(code.slice(behind, behind + 1_000))?.[0].length ?? 0)
        : scopeEnd(this.file, behind + body.length, code.length);
      found.push({ start: index, end, isMember: false, isDeclared: true, host: 'untold' });
    }
    return found;
  }

  /** Whose host an expression holds. */
  private valueAt(start: number, step: number): Host {
    const { code } = this.file;
    let end = start;
    for (; end < Math.min(code.length, start + 400); end += 1) {
      if ('([{'.includes(code.charAt(end))) end = closingOf(code, end);
      else if (/[;,)\]}\n]/.test(code.charAt(end))) break;
    }
    return this.given(
      new RegExp(`^${NAME}(?=\\s{0,20}(?:\\+|$))`).exec(code.slice(start, end))?.[0],
      start,
      end,
      step,
    );
  }

  private given(name: string | undefined, start: number, end: number, step = 0): Host {
    const { literals, text } = this.file;
    const hosts: Host[] = name === undefined ? [] : [this.named(name, start, step + 1)];
    for (let index = firstFrom(literals, start); (literals[index]?.start ?? end) < end; index += 1) {
      const literal = literals[index];
      if (literal === undefined) break;
      const inside = IN_TEMPLATE.exec(text.slice(literal.start, literal.start + 300))?.[1];
      if (/^\w{2,6}:\/\//.test(literal.text)) {
        hosts.push(this.writtenHost(withPath(literal.text + addedTo(this.file, index).behind), start, step));
      } else if (literal.text.startsWith('{') && inside !== undefined) {
        hosts.push(this.named(inside, start, step + 1));
      } else if (/^[\w-]+(?:\.[\w-]+)+$/.test(literal.text)) {
        const host = this.writtenHost(withPath(`https://${literal.text}`), start, step);
        // A name with dots can be that of a setting.
        hosts.push(
          host === 'other' && !/host|domain/i.test(text.slice(Math.max(0, start - 40), start))
            ? 'untold'
            : host,
        );
      }
    }
    const told = hosts.filter((host) => host === 'genesys' || host === 'other');
    const [first = 'untold'] = told;
    return told.every((host) => host === first) ? first : 'untold';
  }

  /** The host to which a variable is joined that holds a path. */
  private joinedTo(variable: string): Host {
    const known = this.joined.get(variable);
    if (known !== undefined) return known;
    if (this.joined.size >= MOST_NAMES) return 'untold';
    const { code, literals } = this.file;
    const name = variable.replaceAll('$', '\\$&');
    const hosts: Host[] = [];
    const added = new RegExp(
      `(?:(?<![\\w$.])(${NAME})\\s{0,20}\\+\\s{0,200}|${JOINING_TO})(?:(?:this|self)\\.)?${name}(?![\\w$])`,
      'g',
    );
    for (const { 1: before, 2: first = '', index } of code.matchAll(added)) {
      if (hosts.length < MOST_ASSIGNMENTS) hosts.push(this.named(before ?? first, index));
    }
    const inTemplate = new RegExp(`^\\{([\\w$]+)\\}\\{${name}\\}`);
    for (const { text, start } of literals) {
      const host = text.startsWith('{') ? inTemplate.exec(text)?.[1] : undefined;
      if (host !== undefined && hosts.length < MOST_ASSIGNMENTS) hosts.push(this.named(host, start));
    }
    const [first = 'none'] = hosts;
    const host = hosts.every((each) => each === first) ? first : 'untold';
    this.joined.set(variable, host);
    return host;
  }
}

/** What assignments of one name say together. */
function together(assignments: readonly Assignment[]): Host | 'both' {
  const hosts = new Set(assignments.map(({ host }) => host));
  if (hosts.has('genesys') && hosts.has('other')) return 'both';
  const [only = 'none'] = hosts;
  return hosts.size > 1 ? 'untold' : only;
}

/** With a path below the API, so that it is read as an address. */
function withPath(host: string): string {
  return /api\/v[12]\/./.test(host) ? host : `${host.replace(/\/?(?:api\/v[12])?\/?$/, '')}/api/v2/x`;
}

function firstFrom(literals: readonly Literal[], start: number): number {
  let low = 0;
  let high = literals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((literals[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
