import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { afterEach, describe, it } from 'mocha';
import * as z from 'zod';
import { exportClientsAs } from '../../../src/core/export/exportAs.ts';
import { notAsCode, terraformReport } from '../../../src/core/report/write.ts';
import { repoFolder } from '../../host/paths.ts';
import { ACTING, COLUMNS, NAMES, named, rowsOf, write } from '../../report/forms.ts';
import { ADMIN, client, orgWith, SALES, VIEWER, wholeReport } from '../../report/made.ts';

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
    const terraform = [...terraformReport(wholeReport(orgWith(clients), undefined), where)].join('');
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
    const report = wholeReport(
      orgWith([client({ name: 'Odd', authorizedGrantType: 'PASSWORD' })]),
      undefined,
    );
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
