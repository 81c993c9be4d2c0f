import * as texts from '../texts/privileges.ts';
import { listed, listedUpTo } from '../texts/sentences.ts';
import { codeText, plainText } from './markdown.ts';
import { type Needs, usesIn } from './needs.ts';
import { endpointOf } from './operation.ts';
import { isOnlyLikely, type Use } from './permissionWants.ts';
import type { NeededRole } from './rolesFor.ts';
import type { TakenNeeds } from './takenNeeds.ts';

/** Calls that a line names, and places of one call; the JSON has all of them. */
const MOST_CALLS = 5;
const MOST_PLACES = 3;

/** A ticket for an administrator. */
export function needsMarkdown({ application, needs, description, remarks, language }: TakenNeeds): string {
  const write = new Lines(language);
  const name = plainText(application);
  const isAll = needs.unknown.length + remarks.length === 0;
  write.add(`# ${texts.accessTitle(name)}`, '', texts.accessIntroduction(name, isAll), '');
  write.add(texts.describedText({ ...description, host: plainText(description.host) }, language));
  write.part(
    texts.needsParts.scopes(),
    needs.scopes.map((each) => write.because(codeText(each.scope), each.for)),
    !needs.areScopesSmallest && texts.notSmallestText(),
  );
  write.part(
    texts.needsParts.permissions(),
    needs.permissions.map((each) => permissionLine(write, each)),
    !needs.arePermissionsSmallest && texts.notSmallestText(),
  );
  addRoles(write, needs);
  addDivisions(write, needs);
  write.part(
    texts.needsParts.unknown(),
    [...new Set(needs.unknown.map(({ use }) => use))].map((use) => write.call(use)),
  );
  write.part(
    texts.needsParts.onlyPeople(),
    needs.onlyPeople.map((use) => write.call(use)),
  );
  write.part(
    texts.needsParts.free(),
    needs.free.map((use) => write.call(use)),
  );
  write.part(
    texts.needsParts.likely(),
    usesIn(needs)
      .filter(isOnlyLikely)
      .map((use) => write.call(use)),
  );
  write.part(texts.needsParts.remarks(), remarks.map(plainText));
  return write.text();
}

function permissionLine(
  write: Lines,
  { permission, isHeld, for: uses }: Needs['permissions'][number],
): string {
  const name = codeText(permission);
  return write.because(isHeld === false ? `${name} (${texts.notHeldText()})` : name, uses);
}

function addRoles(write: Lines, { roles, permissions }: Needs): void {
  if (permissions.length === 0) return;
  if (roles === undefined) {
    write.add('', texts.rolesUnreadText());
    return;
  }
  const roleLines = (each: NeededRole) => [
    write.because(`**${plainText(each.role.name)}** (${write.list(each.gives.map(codeText))})`, each.for),
    // A paragraph of its own in the entry: in Japanese nothing stands between two sentences.
    `\n  ${texts.besidesText(each.besides.length, write.language)}`,
  ];
  const isSmallest = roles.areSmallest;
  write.part(
    texts.needsParts.roles(),
    roles.roles.map((each) => roleLines(each).join('\n')),
    !isSmallest && texts.notSmallestText(),
  );
  write.part(
    texts.needsParts.ofOthers(),
    roles.ofOthers.map((each) => roleLines(each).join('\n')),
  );
  write.part(
    texts.needsParts.uncovered(),
    roles.uncovered.map(({ anyOf, for: uses, underConditions }) => {
      const names = write.list(underConditions.map((role) => plainText(role.name)));
      const line = write.because(texts.anyOfText(anyOf.map(codeText), write.language), uses);
      return names === '' ? line : `${line}\n\n  ${texts.underConditionsText(names)}`;
    }),
  );
}

/** People have roles in divisions of their own already. */
function addDivisions(write: Lines, { callsAs, permissions }: Needs): void {
  if (callsAs !== 'client' || permissions.length === 0) return;
  const { heading, question, meaning } = texts.divisionsQuestion();
  write.add('', `## ${heading}`, '', question, '', meaning);
}

/** The lines of a ticket as they come about. */
class Lines {
  private readonly lines: string[] = [];

  constructor(readonly language: string) {}

  add(...lines: string[]): void {
    this.lines.push(...lines);
  }

  /** A part with entries, and perhaps a note behind them; one without entries is left out. */
  part(
    head: { heading: string; lead: string },
    entries: readonly string[],
    note: string | false = false,
  ): void {
    if (entries.length === 0) return;
    this.add('', `## ${head.heading}`, '', head.lead, '', ...entries.map((entry) => `- ${entry}`));
    if (note !== false) this.add('', note);
  }

  because(need: string, uses: readonly Use[]): string {
    return texts.becauseText(
      need,
      this.some(
        uses.map((use) => this.call(use)),
        MOST_CALLS,
      ),
    );
  }

  call({ operation, calls }: Use): string {
    const places = calls.map(({ at }) => codeText(texts.callPlaceText(at)));
    const named = codeText(endpointOf(operation));
    return places.length === 0 ? named : `${named} (${this.some(places, MOST_PLACES)})`;
  }

  list(items: readonly string[]): string {
    return listed(items, this.language);
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private some(items: readonly string[], most: number): string {
    return listedUpTo(most, items, this.language);
  }
}
