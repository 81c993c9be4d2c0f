import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Context, clientRegion, orgOf } from '../../../src/core/procedures/context.ts';
import { procedures, stepsOf } from '../../../src/core/procedures/index.ts';
import { aContext, anOrg, inOrg, onAdminPage } from './situations.ts';

const UNDECIDED = { kind: 'undecided' } as const;

describe('Where the client is made', () => {
  it('is the org that somebody is signed in to, in its region', () => {
    const org = anOrg({ region: 'mypurecloud.ie' });
    assert.equal(orgOf({ destination: inOrg(org) })?.id, org.id);
    assert.equal(clientRegion({ destination: inOrg(org) }), 'mypurecloud.ie');
  });

  it('is a region without an org on the admin page', () => {
    const destination = onAdminPage('mypurecloud.de');
    assert.equal(orgOf({ destination }), undefined);
    assert.equal(clientRegion({ destination }), 'mypurecloud.de');
  });

  it('is neither before anybody has decided', () => {
    assert.equal(orgOf({ destination: UNDECIDED }), undefined);
    assert.equal(clientRegion({ destination: UNDECIDED }), undefined);
  });

  it('survives the way to the page unchanged', () => {
    for (const destination of [inOrg(anOrg()), onAdminPage(), UNDECIDED]) {
      const context = aContext({ destination });
      assert.deepEqual(Context.parse(JSON.parse(JSON.stringify(context))), context);
    }
  });
});

describe('The pages of a procedure', () => {
  const idsFor = (destination: Context['destination']) =>
    stepsOf('embeddable', {}, aContext({ destination })).map(({ id }) => id);

  it('leave the admin page out when a request of ours makes the client', () => {
    assert.equal(idsFor(inOrg(anOrg())).includes('admin-page'), false);
    assert.equal(idsFor(UNDECIDED).includes('admin-page'), false);
  });

  it('have the admin page right before the review when the person makes the client there', () => {
    assert.deepEqual(idsFor(onAdminPage()).slice(-2), ['admin-page', 'review']);
  });

  it('are the same otherwise, in the same order', () => {
    const others = idsFor(onAdminPage()).filter((id) => id !== 'admin-page');
    assert.deepEqual(idsFor(inOrg(anOrg())), others);
  });

  it('ask each question once, so that a finding is shown on one page', () => {
    const fields = procedures.embeddable.steps.flatMap((step) => step.fields);
    assert.equal(new Set(fields).size, fields.length);
  });
});
