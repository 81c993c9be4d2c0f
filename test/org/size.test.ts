import assert from 'node:assert/strict';
import { steer } from '../host/steer.ts';
import { type OrgUnderTest, startOrg } from './client.ts';

/** `large` is what 10,000 clients are, too. */
const sizes = [
  { size: 10, clients: 10 },
  { size: 1_000, clients: 1_000, roles: 200, divisions: 50 },
  { size: 10_000, clients: 10_000, roles: 2_000, divisions: 500 },
  { size: 'large', clients: 10_000, roles: 2_000, divisions: 500 },
  { size: 100_000, clients: 100_000, roles: 2_000, divisions: 500 },
] as const;

for (const { size, clients, ...access } of sizes) {
  describe(`practice org of --size ${size}`, () => {
    let org: OrgUnderTest;
    let token: string;
    before(async () => {
      org = await startOrg({ size });
      token = await org.automationToken();
    });
    after(() => org.close());

    it(`has ${clients} clients, one of them in no list because it is the platform's, and takes another`, async () => {
      const list = await org.call(token, 'GET', '/api/v2/oauth/clients');
      assert.equal(list.at('entities.length'), clients - 1);
      const draft = { name: 'One more', authorizedGrantType: 'CODE', scope: ['users'] };
      assert.equal((await org.call(token, 'POST', '/api/v2/oauth/clients', draft)).status, 200);
    });

    for (const [kind, total] of Object.entries(access)) {
      it(`has ${total} ${kind}, which can be reached page by page`, async () => {
        const seen = new Set<unknown>();
        let next: unknown = `/api/v2/authorization/${kind}?pageSize=100`;
        while (typeof next === 'string') {
          const page = await org.call(token, 'GET', next);
          for (let n = 0; page.at(`entities.${n}`) !== undefined; n++) seen.add(page.at(`entities.${n}.id`));
          next = page.at('nextUri');
        }
        assert.equal(seen.size, total);
      });
    }
  });
}

describe('practice org of a size', () => {
  it('is of that size after a reset, too', async () => {
    const org = await startOrg({ size: 30 });
    try {
      for (let n = 0; n < 2; n++) {
        const token = await org.automationToken();
        assert.equal((await org.call(token, 'GET', '/api/v2/oauth/clients')).at('total'), 29);
        await steer(org, 'POST', 'reset');
      }
    } finally {
      await org.close();
    }
  });
});
