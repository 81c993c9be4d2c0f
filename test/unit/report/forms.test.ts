import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { parse } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import { afterEach, describe, it } from 'mocha';
import * as z from 'zod';
import { exportClientsAs } from '../../../src/core/export/exportAs.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import type { ReportedOrg } from '../../../src/core/report/facts.ts';
import { reportOf } from '../../../src/core/report/report.ts';
import { notAsCode, terraformReport, written } from '../../../src/core/report/write.ts';
import { csvLine } from '../../../src/host/report/csvLine.ts';
import { repoFolder } from '../../host/paths.ts';
import { ADMIN, client, orgWith, SALES, VIEWER } from '../../report/made.ts';

type Form = 'markdown' | 'csv' | 'json';

function write(form: Form, facts: ReportedOrg, language = 'en'): string {
  return [...written(reportOf(facts, undefined), form, language, csvLine)].join('');
}

const Records = z.array(z.record(z.string(), z.string()));

function rowsOf(csv: string): Record<string, string>[] {
  return Records.parse(parse(csv, { bom: true, columns: true }));
}

/** All that a reader sees, with a line for each block, cell and item. */
function seen(markdown: string, html: boolean): string[] {
  const inlines = new MarkdownIt({ html }).enable('table').parse(markdown, {});
  return inlines.flatMap(({ type, content, children }) => {
    if (type === 'html_block') return [`HTML: ${content}`];
    if (type !== 'inline') return [];
    return [
      (children ?? [])
        .map((each) => (each.type === 'html_inline' ? `HTML: ${each.content}` : each.content))
        .join(''),
    ];
  });
}

/** What people, and those who want to harm them, call things. */
const NAMES = [
  '=HYPERLINK("https://evil.example","click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\n=1+1',
  '＝1+1',
  '\u200b=1+1',
  '=1\n2',
  'a | b',
  '`code`',
  '``',
  '<script>alert(1)</script>',
  '<!-- gone -->',
  '&lt;b&gt; &amp;',
  '[link](javascript:alert(1))',
  '![picture](https://evil.example/x.png)',
  '# heading',
  '- item',
  '1. item',
  '---',
  '**bold** _it_ ~~no~~',
  '\\',
  'ends with \\',
  '"quoted", with a comma',
  '予約センター デスクトップ',
  'مركز الحجز',
  'ศูนย์จอง',
  'हिन्दी',
  '👩‍👩‍👧 family',
  '@everybody',
];

/** What acts instead of being seen is written out, or gone. */
const ACTING = ['\u202egnp.exe', 'a\u2028b', 'a\nb', 'a\u0007b'];

const named = (names: readonly string[]): OAuthClient[] =>
  names.map((name, index) => client({ id: `id-${index}`, name, description: name }));

describe('A report as CSV, read back by a parser that nobody here wrote', () => {
  it('begins with the mark by which Excel knows UTF-8, and has the same columns in each language', () => {
    const csv = write('csv', orgWith([client()]));
    assert.equal(csv.codePointAt(0), 0xfeff);
    assert.equal(Object.keys(rowsOf(csv)[0] ?? {}).join(), COLUMNS);
    assert.ok(csv.endsWith('\r\n'));
  });

  it('gives every name back as it is, an apostrophe before what would be a formula', () => {
    const rows = rowsOf(write('csv', orgWith(named(NAMES))));
    assert.equal(rows.length, NAMES.length);
    for (const row of rows) {
      const name = NAMES[Number(row['client_id']?.slice(3))] ?? '';
      const isFormula = /^[\s\u200b]*[=+\-@＝]/.test(name);
      assert.equal(row['name'], isFormula ? `'${name}` : name);
      assert.equal(row['description'], isFormula ? `'${name}` : name);
    }
  });

  it('has no cell that a spreadsheet takes for a formula, wherever the text came from', () => {
    const bad = '=1+1';
    const odd = client({
      id: bad,
      scope: [bad],
      registeredRedirectUri: [bad],
      createdBy: { name: bad },
      state: bad,
      authorizedGrantType: bad,
      dateCreated: bad,
      dateToDelete: bad,
      roleDivisions: [{ roleId: bad, divisionId: bad }],
    });
    for (const row of rowsOf(write('csv', orgWith([odd]))))
      for (const [column, value] of Object.entries(row)) assert.doesNotMatch(value, /^[=+\-@\t\r\n]/, column);
  });

  it('has days as ISO 8601 and numbers as they are', () => {
    const used = { last: { kind: 'used', day: '2026-11-29T00:00:00Z' }, calls: undefined } as const;
    const [row] = rowsOf(
      write(
        'csv',
        orgWith([client()], {}, () => used),
      ),
    );
    assert.equal(row?.['created'], '2026-10-01T08:00:00.000Z');
    assert.equal(row?.['last_use'], '2026-11-29T00:00:00Z');
    assert.equal(row?.['token_seconds'], '64800');
  });

  it('says of what was not read, or not told, that it was not', () => {
    const [unread] = rowsOf(write('csv', orgWith([client()])));
    assert.deepEqual([unread?.['last_use'], unread?.['calls']], ['not read', 'not read']);
    const untold = { last: { kind: 'untold' }, calls: { kind: 'untold' } } as const;
    const [row] = rowsOf(
      write(
        'csv',
        orgWith([client()], {}, () => untold),
      ),
    );
    assert.deepEqual([row?.['last_use'], row?.['calls']], Array(2).fill('not told by the organization'));
  });
});

const COLUMNS =
  'organization,region,client_id,name,description,grant_type,state,created,created_by,delete_on,token_seconds,redirect_uris,scopes,roles,secret_renewed,last_use,calls,unused_rights,problems_certain,problems_likely,change,changes';

describe('A report as Markdown, read back by a parser that nobody here wrote', () => {
  for (const html of [false, true]) {
    it(`shows every name as the text that it is, with HTML ${html ? 'on' : 'off'}`, () => {
      const texts = seen(write('markdown', orgWith(named(NAMES))), html);
      assert.deepEqual(
        texts.filter((text) => text.includes('HTML:')),
        [],
      );
      const lost = NAMES.filter((name) => {
        const shown = name
          .trim()
          .replace(/\u200b/g, '')
          .replace(/\s*\n/g, ' ');
        return texts.filter((text) => text === shown || text === name.trim()).length < 2;
      });
      // A control is written out instead.
      assert.deepEqual(
        lost.filter((name) => !/[\t\r]/.test(name)),
        [],
      );
    });

    it(`writes out what acts where it is shown, with HTML ${html ? 'on' : 'off'}`, () => {
      const texts = seen(write('markdown', orgWith(named(ACTING))), html).join('\n');
      assert.doesNotMatch(texts, /[\u202a-\u202e\u2066-\u2069\u2028]|\p{Cc}(?<!\n)/u);
      for (const shown of ['\\u202egnp.exe', 'a\\u2028b', 'a b', 'a\\u0007b'])
        assert.ok(texts.includes(shown), shown);
    });
  }

  it('says first what it comes to, then what to look at first, then all', () => {
    const clients = [
      client({ id: 'a', name: 'Good' }),
      client({ id: 'b', name: 'Implicit', authorizedGrantType: 'TOKEN' }),
      client({ id: 'c', name: 'Insecure', registeredRedirectUri: ['http://a.example/'] }),
    ];
    const texts = seen(write('markdown', orgWith(clients)), false);
    const order = ['Summary', 'Clients: 3', 'What to look at first', 'All clients', 'Each client'];
    const places = order.map((text) => texts.indexOf(text));
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
    assert.ok(
      places.every((place) => place >= 0),
      places.join(),
    );
    const first = texts.slice(texts.indexOf('What to look at first') + 1, texts.indexOf('All clients'));
    assert.deepEqual(first, ['Insecure (c): Redirect URI without https', 'Implicit (b): Implicit grant']);
  });

  it('has a row of the table and a section for each client, whatever they are called', () => {
    const markdown = write('markdown', orgWith(named(NAMES)));
    const tokens = new MarkdownIt().enable('table').parse(markdown, {});
    const count = (type: string, tag: string) =>
      tokens.filter((token) => token.type === type && token.tag === tag).length;
    assert.equal(count('heading_open', 'h3'), NAMES.length);
    const tables = markdown.split('## All clients')[1] ?? '';
    const rows = new MarkdownIt()
      .enable('table')
      .parse(tables, {})
      .filter(({ type }) => type === 'tr_open');
    assert.equal(rows.length, NAMES.length + 1);
  });

  it('says what could not be read and why, and that of a practice org that it is one', () => {
    const facts = orgWith([client()], { notRead: [{ what: 'roles', why: 'You lack a permission.' }] });
    const practice = { ...facts, org: { ...facts.org, practice: true } };
    const texts = seen(write('markdown', practice), false);
    assert.ok(
      texts.some((text) => /^Not read, or not to the end: .*roles.*: You lack a permission\.$/.test(text)),
    );
    assert.ok(texts.includes('It is a practice org.'));
  });
});

describe('A report in Japanese', () => {
  const japanese: Record<string, string> = JSON.parse(
    readFileSync(join(repoFolder, 'l10n/bundle.l10n.ja.json'), 'utf8'),
  );
  afterEach(() => l10n.config({ contents: {} }));

  it('has Japanese words and days, and the same names of columns and fields', () => {
    l10n.config({ contents: japanese });
    const old = client({ authorizedGrantType: 'TOKEN', dateCreated: '2024-01-02T00:00:00Z' });
    const markdown = write('markdown', orgWith([old]), 'ja');
    assert.match(markdown, /2024\/01\/02/);
    assert.match(markdown, /暗黙的許可/);
    assert.doesNotMatch(markdown, /Summary|Problems|Each client|not read/);
    const [row] = rowsOf(write('csv', orgWith([old]), 'ja'));
    assert.equal(Object.keys(row ?? {}).join(), COLUMNS);
    assert.match(row?.['problems_certain'] ?? '', /暗黙的許可/);
    const english = write('json', orgWith([old]));
    assert.equal(write('json', orgWith([old]), 'ja'), english);
  });
});

describe('A report as JSON', () => {
  it('is one that any parser reads, with a client a line', () => {
    const json = write('json', orgWith(named([...NAMES, ...ACTING])));
    const { version, clients } = z
      .object({ version: z.number(), clients: z.array(z.object({ name: z.string() })) })
      .parse(JSON.parse(json));
    assert.equal(version, 1);
    assert.deepEqual(clients.map(({ name }) => name).sort(), [...NAMES, ...ACTING].sort());
    assert.equal(json.split('\n').filter((line) => line.startsWith('{"id"')).length, clients.length);
  });

  it('is whole for an org without clients', () => {
    assert.deepEqual(JSON.parse(write('json', orgWith([]))).clients, []);
  });

  it('says what was not read, and names roles and divisions where they could be read', () => {
    const machine = client({
      roleDivisions: [
        { roleId: VIEWER, divisionId: SALES },
        { roleId: ADMIN, divisionId: '*' },
      ],
    });
    const notRead = [{ what: 'calls', why: 'You cancelled it.' }] as const;
    const report = JSON.parse(write('json', orgWith([machine], { notRead })));
    assert.deepEqual(report.notRead, notRead);
    assert.deepEqual(report.clients[0].lastUse, { kind: 'not-read' });
    assert.deepEqual(report.clients[0].roleDivisions, [
      { roleId: VIEWER, role: 'Viewer', divisionId: SALES, division: 'Sales' },
      { roleId: ADMIN, role: 'Admin', divisionId: '*' },
    ]);
  });
});

describe('A report as Terraform', () => {
  const where = {
    region: 'mypurecloud.com',
    practice: false,
    apiUrl: 'https://api.mypurecloud.com',
    loginUrl: 'https://login.mypurecloud.com',
  };

  it('has for each client what its own export has', () => {
    const clients = [
      client({ id: 'a', name: 'One' }),
      client({ id: 'b', name: '予約' }),
      client({ id: 'c', name: 'Three' }),
    ];
    const terraform = [...terraformReport(reportOf(orgWith(clients), undefined), where)].join('');
    for (const { id, name } of clients) {
      const request = {
        name,
        authorizedGrantType: 'CODE',
        accessTokenValiditySeconds: 64_800,
        registeredRedirectUri: ['https://crm.example/callback'],
        scope: ['users:readonly'],
      } as const;
      const own = exportClientsAs(
        'terraform',
        [
          {
            id,
            request: {
              ...request,
              registeredRedirectUri: [...request.registeredRedirectUri],
              scope: [...request.scope],
            },
          },
        ],
        where,
      );
      assert.ok(terraform.includes(own.trim()), name);
    }
  });

  it('leaves out what cannot be asked for, and says which those are', () => {
    const report = reportOf(orgWith([client({ name: 'Odd', authorizedGrantType: 'PASSWORD' })]), undefined);
    assert.deepEqual(notAsCode(report), ['Odd']);
    assert.equal([...terraformReport(report, where)].join('').trim(), '');
  });
});

describe('No secret is in a report', () => {
  const SECRET = 'kZ3vQ9xT7mB1nR5wY8cH2jL6pD4sF0gA';

  for (const form of ['markdown', 'csv', 'json'] as const) {
    it(`as ${form}: neither one that an org answers against its description, nor one that somebody wrote down`, () => {
      const careless = {
        ...client({
          description: `client_secret=${SECRET}`,
          registeredRedirectUri: [
            `https://user:${SECRET}@crm.example/`,
            `https://crm.example/?token=${SECRET}`,
          ],
        }),
        secret: SECRET,
      };
      const text = write(form, orgWith([careless]));
      assert.doesNotMatch(text, new RegExp(SECRET));
      assert.match(text, /crm/);
    });
  }
});
