import assert from 'node:assert/strict';
import { type OrgUnderTest, startOrg } from './client.ts';

describe('practice org of --size large', () => {
  let org: OrgUnderTest;
  before(async () => {
    org = await startOrg({ size: 'large' });
  });
  after(() => org.close());

  it('has 10,000 clients, 2,000 roles and 500 divisions, which can be reached page by page', async () => {
    const token = await org.automationToken();
    assert.equal((await org.call(token, 'GET', '/api/v2/oauth/clients')).at('entities.length'), 9_999);
    for (const [path, total] of [
      ['/api/v2/authorization/roles', 2_000],
      ['/api/v2/authorization/divisions', 500],
    ] as const) {
      const seen = new Set<unknown>();
      let next: unknown = `${path}?pageSize=100`;
      while (typeof next === 'string') {
        const page = await org.call(token, 'GET', next);
        for (let n = 0; page.at(`entities.${n}`) !== undefined; n++) seen.add(page.at(`entities.${n}.id`));
        next = page.at('nextUri');
      }
      assert.equal(seen.size, total);
    }
  });
});
