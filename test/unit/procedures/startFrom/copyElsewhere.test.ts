import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OAuthClient } from '../../../../src/core/platform/oauthClients.ts';
import { check } from '../../../../src/core/procedures/index.ts';
import {
  type AccessNames,
  settingsElsewhere,
} from '../../../../src/core/procedures/startFrom/copyElsewhere.ts';
import { nameOfDuplicate } from '../../../../src/core/texts/startFrom.ts';
import { contextOf } from '../../../wizard/context.ts';
import { anOrg } from '../../../wizard/samples.ts';

const FROM: AccessNames = {
  roles: [
    { id: 'r1', name: 'Employee' },
    { id: 'r2', name: '営業 <b>Lead</b>' },
    { id: 'r3', name: 'Only here' },
  ],
  divisions: [
    { id: 'd1', name: 'Home', isHome: true },
    { id: 'd2', name: 'Sales', isHome: false },
    { id: 'd3', name: 'Only here', isHome: false },
  ],
};
const TO: AccessNames = {
  roles: [
    { id: 'R1', name: 'Employee' },
    { id: 'R2', name: '営業 <b>Lead</b>' },
  ],
  divisions: [
    { id: 'D1', name: 'Acme', isHome: true },
    { id: 'D2', name: 'Sales', isHome: false },
  ],
};

function client(...pairs: [roleId: string, divisionId: string][]): OAuthClient {
  const roleDivisions = pairs.map(([roleId, divisionId]) => ({ roleId, divisionId }));
  return { id: 'c', name: 'Export', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions };
}

describe('A client copied into another org', () => {
  it('has the roles and divisions of the same names, its Home, and all divisions where it had all', () => {
    const { settings, withoutCounterpart } = settingsElsewhere(
      client(['r1', 'd1'], ['r1', 'd2'], ['r2', '*']),
      FROM,
      TO,
    );
    assert.deepEqual(settings.roleDivisions, [
      { roleId: 'R1', divisionId: 'D1' },
      { roleId: 'R1', divisionId: 'D2' },
      { roleId: 'R2', divisionId: '*' },
    ]);
    assert.deepEqual(withoutCounterpart, []);
  });

  it('tells what is not there, and keeps a role whose division is to be chosen', () => {
    const { settings, withoutCounterpart } = settingsElsewhere(
      client(['r3', 'd1'], ['r1', 'd3'], ['gone', 'd1']),
      FROM,
      TO,
    );
    assert.deepEqual(settings.roleDivisions, []);
    assert.deepEqual(settings.rolesWithoutDivision, ['R1']);
    assert.deepEqual(withoutCounterpart, [
      { role: 'Only here' },
      { role: 'Employee', division: 'Only here' },
      { role: 'gone' },
    ]);
  });

  it('does not guess between two of one name', () => {
    const twice = { ...TO, roles: [...TO.roles, { id: 'R9', name: 'Employee' }] };
    const { withoutCounterpart } = settingsElsewhere(client(['r1', '*']), FROM, twice);
    assert.deepEqual(withoutCounterpart, [{ role: 'Employee' }]);
  });

  it('G12, G13: asks about each at the roles, until it is left out', () => {
    const context = contextOf({ files: [], org: anOrg() });
    const draft = {
      name: 'Export',
      grantType: 'CLIENT-CREDENTIALS' as const,
      roles: [{ roleId: 'role-export', divisionIds: ['*'] }],
      withoutCounterpart: [{ role: 'Only here' }, { role: 'Employee', division: 'Tokyo' }],
    };
    const [first, second] = check('general', draft, context);
    assert.deepEqual(
      [first, second].map((each) => [each?.code, each?.place, each?.severity]),
      [
        ['role-without-counterpart', 'roles', 'warning'],
        ['division-without-counterpart', 'roles', 'warning'],
      ],
    );
    const left = { ...draft, ...first?.fixes[0]?.change };
    assert.deepEqual(
      check('general', left, context).map(({ code }) => code),
      ['division-without-counterpart'],
    );
  });
});

describe('The name of a duplicate', () => {
  it('is that of the client, or one with an ending that no client there has', () => {
    assert.equal(nameOfDuplicate('CRM', new Set(['Other'])), 'CRM');
    assert.equal(nameOfDuplicate('CRM', new Set(['CRM'])), 'CRM copy');
    assert.equal(nameOfDuplicate('CRM', new Set(['CRM', 'CRM copy', 'CRM copy 2'])), 'CRM copy 3');
  });
});
