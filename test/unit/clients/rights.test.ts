import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ClientPageAction } from '../../../src/core/clientPage/messages.ts';
import { lackedBy, permissionsFor, permissionsLacked } from '../../../src/core/clients/rights.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { accessRequest, withRequest } from '../../../src/core/texts/accessRequest.ts';
import { adviceOn } from '../../../src/core/texts/platformErrors.ts';

const forbidden = (message: string, code = 'missing.permissions'): PlatformError => ({
  kind: 'forbidden',
  answer: { status: 403, code, message, correlationId: 'c-1' },
});
const missing = forbidden(
  'Unable to perform the requested action. You are missing the following permission(s): oauth:client:edit',
);
const badRole: PlatformError = {
  kind: 'rejected',
  answer: { status: 400, code: 'bad.client.role', message: 'Client role is invalid.' },
};
const client = { id: 'client-1', name: 'CRM', orgName: 'Acme', region: 'mypurecloud.jp' };

describe('What one may do with a client', () => {
  it('asks for the permissions that the API documents, and for none only to look', () => {
    for (const action of ClientPageAction.options) {
      const needed = permissionsFor(action);
      assert.deepEqual(permissionsLacked(action, ['oauth:client:*']), []);
      assert.deepEqual(permissionsLacked(action, ['*:*:*']), []);
      assert.deepEqual(permissionsLacked(action, ['oauth:client:view']), needed);
      assert.ok(needed.every((each) => each.startsWith('oauth:client:')));
    }
    assert.deepEqual(permissionsLacked('delete', ['oauth:client:edit']), ['oauth:client:delete']);
    assert.deepEqual(permissionsFor('copy-id'), []);
  });

  it('asks for the permission to edit where it changes the client, and only there', () => {
    const changing = ClientPageAction.options.filter((action) =>
      permissionsFor(action).includes('oauth:client:edit'),
    );
    const all = ['edit', 'right-size', 'add-pages', 'add-redirect-uri', 'rotate', 'deactivate', 'activate'];
    assert.deepEqual(changing.toSorted(), [...all, 'restore', 'delete'].sort());
  });

  it('is lacking by name where the org names it', () => {
    assert.deepEqual(lackedBy(missing), { permissions: ['oauth:client:edit'], roles: [] });
    const two = 'at least one of the following permissions assigned: [usage:client:view, oauth:client:view]';
    assert.deepEqual(lackedBy(forbidden(two))?.permissions, ['usage:client:view', 'oauth:client:view']);
    assert.equal(lackedBy(forbidden('No. See https://help.test:8080/why.')), undefined);
    assert.deepEqual(lackedBy(badRole), { permissions: [], roles: [] });
    assert.equal(lackedBy({ kind: 'unreachable', reason: 'oauth:client:edit' }), undefined);
  });

  it('is one of several only where the org says that any of them is enough, and names more than one', () => {
    const [one, two] = ['usage:client:view', 'usage:client:view, oauth:client:view'];
    const any = 'missing.any.permissions';
    assert.equal(lackedBy(forbidden(two, any))?.isAnyEnough, true);
    assert.equal(lackedBy(forbidden(two))?.isAnyEnough, undefined);
    assert.equal(lackedBy(forbidden(one, any))?.isAnyEnough, undefined);
  });

  it('is said with the permission in the sentence', () => {
    assert.equal(adviceOn(missing).why, 'You lack a permission for this: oauth:client:edit.');
    assert.match(adviceOn(missing).next, /administrator/);
    const any = forbidden('at least one of: usage:client:view', 'missing.any.permissions');
    assert.match(adviceOn(any).why, /none of the permissions that allow this: usage:client:view\./);
    assert.equal(adviceOn(forbidden('')).why, 'You lack a permission for this.');
  });

  it('is asked for in a request that says what, where and why, and holds what the org said', () => {
    const failure = { what: 'It was not changed.', why: '', next: '', details: [] };
    const { request } = withRequest(failure, missing, client);
    for (const part of ['"CRM"', 'client-1', 'Acme', 'Tokyo', 'Missing permission: oauth:client:edit', 'c-1'])
      assert.ok(request?.includes(part), part);
    assert.match(
      withRequest(failure, badRole, client).request ?? '',
      /the roles of the client that I do not/,
    );
    assert.equal(withRequest(failure, { kind: 'cancelled' }, client).request, undefined);
    const any = forbidden('one of: usage:client:view, oauth:client:view', 'missing.any.permissions');
    const oneOf = withRequest(failure, any, client).request ?? '';
    assert.match(oneOf, /^One of these permissions is enough: usage:client:view, oauth:client:view$/m);
    assert.doesNotMatch(oneOf, /Missing permission/);
    const both = accessRequest({ permissions: ['oauth:client:edit'], roles: ['Master Admin'] }, client);
    assert.match(both, /oauth:client:edit.+Master Admin.+a role that has it.+the roles of the client/s);
  });
});
