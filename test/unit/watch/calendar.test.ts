import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { describe, it } from 'mocha';
import { convertIcsCalendar } from 'ts-ics';
import { providerIds } from '../../../src/core/scim/providers.ts';
import { calendarFile } from '../../../src/core/watch/calendar.ts';
import type { TokenEnding } from '../../../src/core/watch/endings.ts';
import { at450, DAY, MADE, token } from './tokens.ts';

const GUIDE = 'https://help.mypurecloud.com/articles/configure-okta/';

/** What a calendar shows of an event. */
type Shown = {
  readonly uid: string;
  readonly sequence: number;
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  /** Seconds from the beginning of the day; less than nothing before it. */
  readonly alarms: readonly number[];
};

const calendarOf = (endings: readonly TokenEnding[], guide?: string) =>
  calendarFile(
    endings.flatMap((ending) =>
      ending.endsAt === undefined ? [] : [{ ending: { ...ending, endsAt: ending.endsAt }, guide }],
    ),
    'en',
  ).text;

/** The events as ical.js reads them, which Thunderbird has. */
function byIcalJs(text: string): Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      day: event.startDate.toString(),
      summary: event.summary,
      description: event.description,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => ICAL.Duration.fromString(String(alarm.getFirstPropertyValue('trigger'))).toSeconds()),
    };
  });
}

/** The same as ts-ics reads them. */
function byTsIcs(text: string): Shown[] {
  const { events = [] } = convertIcsCalendar(undefined, text);
  return events.map(({ uid, sequence, start, summary, description, alarms = [] }) => ({
    uid,
    sequence: sequence ?? Number.NaN,
    day: start.date.toISOString().slice(0, 10),
    summary,
    // It takes the line ends before the alarms for a part of the text.
    description: (description ?? '').trimEnd(),
    alarms: alarms.map(({ trigger }) => {
      assert.ok(trigger.type === 'relative');
      const { before, days = 0, hours = 0, minutes = 0, weeks = 0 } = trigger.value;
      return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 * (before ? -1 : 1);
    }),
  }));
}

/** What both of them read, which is the same. */
function read(text: string): Shown[] {
  const shown = byIcalJs(text);
  assert.deepEqual(byTsIcs(text), shown);
  return shown;
}

/** As the reader's own calendar has it. */
const localDay = (moment: Date) =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

const HOUR = 3600;
const MORNING = 9 * HOUR;

describe('The calendar file of the tokens', () => {
  it('S6: has a whole day for a token, on which it ends where the reader is, with alarms before', () => {
    const [event, ...others] = read(calendarOf([at450(0)]));
    assert.deepEqual(others, []);
    assert.ok(event);
    assert.equal(event.summary, 'SCIM token of Okta ends');
    assert.equal(event.day, localDay(new Date(MADE.getTime() + 450 * DAY)));
    assert.deepEqual(event.alarms, [-30 * 24 * HOUR + MORNING, -24 * HOUR + MORNING]);
    assert.match(calendarOf([at450(0)]), /^DTSTART;VALUE=DATE:\d{8}\r$/m);
  });

  it('S6: says the right words 449, 450 and 451 days after the token was made', () => {
    const words = [449, 450, 451].map((day) => {
      const [event] = read(calendarOf([at450(day)]));
      return [event?.summary, event?.alarms.length, event?.description.split('\n')[0]?.slice(0, 8)];
    });
    assert.deepEqual(words, [
      ['SCIM token of Okta ends', 2, 'It ends '],
      ['SCIM token of Okta has ended', 0, 'It ended'],
      ['SCIM token of Okta has ended', 0, 'It ended'],
    ]);
  });

  it('S6: has the steps for that identity provider, whatever it is', () => {
    for (const provider of providerIds) {
      const [event] = read(calendarOf([token({ provider }, MADE)], GUIDE));
      assert.match(event?.description ?? '', /1\. In VS Code, open genesys-scim\.json and run/, provider);
      assert.match(event?.description ?? '', new RegExp(`How it is set up: ${GUIDE}$`), provider);
    }
    const [entra] = read(calendarOf([token({ provider: 'entra' }, MADE)]));
    assert.match(
      entra?.description ?? '',
      /provisioning of the app "Genesys Cloud for Azure"\.\n3\. Put the new token into "Secret Token"/,
    );
    const [onelogin] = read(calendarOf([token({ provider: 'onelogin' }, MADE)]));
    assert.doesNotMatch(onelogin?.description ?? '', /Client Secret/, 'a token goes nowhere else');
  });

  it('keeps the UID of a connection, with a higher SEQUENCE: a second import takes the place of the first', () => {
    const [first] = read(calendarOf([at450(0)]));
    const [second] = read(calendarOf([at450(451)]));
    const [renewed] = read(
      calendarOf([token({ tokenEndsAt: new Date(MADE.getTime() + 900 * DAY).toISOString() }, new Date())]),
    );
    assert.ok(first && second && renewed);
    assert.equal(second.uid, first.uid);
    assert.equal(renewed.uid, first.uid);
    assert.ok(second.sequence > first.sequence);
    const others = [token({ provider: 'entra' }, MADE), token({ practice: true }, MADE)];
    assert.equal(new Set([first.uid, ...read(calendarOf(others)).map(({ uid }) => uid)]).size, 3);
  });

  it('keeps the number of a file to the clock of the token’s own org, whatever other orgs’ clocks say', () => {
    const practice = token(
      { practice: true, tokenEndsAt: MADE.toISOString() },
      new Date(MADE.getTime() + 451 * DAY),
    );
    const sequenceOf = (endings: readonly TokenEnding[]) =>
      read(calendarOf(endings)).find(({ summary }) => summary === 'SCIM token of Okta ends')?.sequence ??
      Number.NaN;
    const beside = sequenceOf([practice, at450(1)]);
    assert.equal(beside, sequenceOf([at450(1)]));
    assert.ok(sequenceOf([at450(2)]) > beside, 'the next file takes its place');
  });

  it('has an event for each end of a connection that several files name, and one where they say the same', () => {
    const copy = { path: 'dist/genesys-scim.json' };
    const sooner = {
      path: 'old/genesys-scim.json',
      tokenEndsAt: new Date(MADE.getTime() + 9 * DAY).toISOString(),
    };
    const now = MADE;
    const [only, ...others] = read(calendarOf([token({}, now), token(copy, now)]));
    assert.deepEqual(others, []);
    const all = read(calendarOf([token(sooner, now), token({}, now), token(copy, now)]));
    assert.equal(all.length, 2);
    assert.equal(new Set(all.map(({ uid }) => uid)).size, 2, 'neither takes the place of the other');
    const again = read(calendarOf([token({}, now), token(copy, now), token(sooner, now)]));
    assert.deepEqual(
      new Set(again.map(({ uid, day }) => uid + day)),
      new Set(all.map(({ uid, day }) => uid + day)),
    );
    assert.ok(all.some(({ uid, day }) => uid === only?.uid && day === only.day));
  });

  for (const name of [
    '<script>alert("x")</script> & <b>bold</b>',
    'commas, semicolons; backslashes \\ and \\n',
    '🔑👩‍👩‍👧 e\u0301 ﷽ عربي \u202eleft to right\u202c',
    '=HYPERLINK("https://example.test","x")',
    `${'長い名前'.repeat(15)} ${'x'.repeat(15)}`,
  ])
    it(`S6: brings a name through both: ${name.slice(0, 40)}`, () => {
      const [event, ...others] = read(calendarOf([token({ provider: name, path: name }, MADE)]));
      assert.deepEqual(others, []);
      assert.equal(event?.summary, `SCIM token of ${name} ends`);
      assert.ok(event?.description.includes(`1. In VS Code, open ${name} and run`));
    });

  it('S6: takes line breaks and control characters out of a name, and makes no property of what stands behind', () => {
    const provider = 'Okta\r\nEND:VEVENT\u0000\u0007\nATTENDEE:mailto:a@example.test';
    const text = calendarOf([token({ provider }, MADE)]);
    // ts-ics takes END:VEVENT for the end of an event wherever it stands in a line.
    const [event, ...others] = byIcalJs(text);
    assert.deepEqual(others, []);
    assert.equal(event?.summary, 'SCIM token of Okta END:VEVENT ATTENDEE:mailto:a@example.test ends');
    assert.doesNotMatch(text, /^ATTENDEE/m);
  });

  it('has no line of more than 75 bytes, and ends each as the standard says', () => {
    const lines = calendarOf([token({ provider: '長い名前🔑'.repeat(15) }, MADE)]).split('\r\n');
    assert.deepEqual(
      lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n')),
      [],
    );
  });

  it('S6: names what it is about as the standard says, and makes nobody busy', () => {
    const text = calendarOf([at450(0)]);
    assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/genesys-oauth-wizard\/\//);
    assert.match(text, /END:VCALENDAR\r\n$/);
    // What an event is stands before its alarms (RFC 5545, 3.6.1).
    const [, afterAlarms] = /END:VALARM\r\n(?!BEGIN:VALARM)([\s\S]*?)END:VEVENT/.exec(text) ?? [];
    assert.equal(afterAlarms, '');
    assert.match(text, /^TRANSP:TRANSPARENT\r$/m);
  });

  it('sounds for a token of a day on its last day alone', () => {
    const endsAt = new Date(MADE.getTime() + DAY).toISOString();
    const [event] = read(calendarOf([token({ tokenEndsAt: endsAt, tokenLifeSeconds: 86_400 }, MADE)]));
    assert.deepEqual(event?.alarms, [MORNING]);
  });
});
