import assert from 'node:assert/strict';
import { findClient, soughtFor } from '../../../src/core/doctor/asking/findClient.ts';
import type { ClientSources } from '../../../src/core/doctor/asking/sources.ts';
import { NOTHING_TOLD } from '../../../src/core/doctor/symptom.ts';
import { CLIENT_ID, callScene, loginScene, scimScene } from '../../doctor/facts.ts';

const REGION = 'mypurecloud.jp';
const org = (account: string, practice = false) => ({ account, orgName: account, region: REGION, practice });

/** Somebody who is signed in to these orgs, none of which has a client. */
function signedInTo(...orgs: readonly ReturnType<typeof org>[]): ClientSources {
  return {
    orgClients: {
      settled: async () => {},
      practiceOrReal: () => orgs,
      current: () => orgs.map((each) => ({ ...each, clients: [], readAt: '2026-11-30T12:00:00Z' })),
      failures: () => [],
      wantOf: async () => {},
      refreshOf: async () => {},
    },
  };
}

describe('The org that a look is about', () => {
  const find = async (sources: ClientSources, sought: ReturnType<typeof soughtFor>) =>
    (await findClient(sources, sought, new AbortController().signal, false)).org?.account;

  it('is a practice org where a file says so, and else a real one', async () => {
    const both = signedInTo(org('real'), org('practice', true));
    for (const practice of [true, false]) {
      const { subject } = scimScene();
      assert.ok(subject.kind === 'scim');
      const sought = soughtFor({ ...subject, practice }, NOTHING_TOLD, undefined);
      assert.equal(await find(both, sought), practice ? 'practice' : 'real');
    }
  });

  it('is the practice org of an exercise, even where a real one of the region is signed in to first', async () => {
    const client = { kind: 'client', clientId: CLIENT_ID, region: REGION, practice: true } as const;
    const sought = soughtFor(client, NOTHING_TOLD, undefined);
    assert.equal(await find(signedInTo(org('real'), org('practice', true)), sought), 'practice');
  });

  it('is read anew where it is a practice org, wherever the look begins, and a real one only where it is due', async () => {
    for (const subject of [loginScene().subject, callScene().subject]) {
      const read: string[] = [];
      const { orgClients } = signedInTo(org('real'), org('practice', true));
      const sources = {
        orgClients: {
          ...orgClients,
          wantOf: async (id: string) => void read.push(`want ${id}`),
          refreshOf: async (ids: Iterable<string>) => void read.push(...[...ids].map((id) => `read ${id}`)),
        },
      };
      await find(sources, soughtFor(subject, NOTHING_TOLD, undefined));
      assert.deepEqual(read, ['read practice', 'want real']);
    }
  });

  it('is none of several of a region, where no client is named', async () => {
    const sought = soughtFor({ kind: 'text' }, { ...NOTHING_TOLD, hosts: [`api.${REGION}`] }, undefined);
    assert.equal(await find(signedInTo(org('one'), org('two')), sought), undefined);
    assert.equal(await find(signedInTo(org('one')), sought), 'one');
  });
});
