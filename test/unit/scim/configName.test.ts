import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isScimConfigPath } from '../../../src/core/scim/configName.ts';

describe('A SCIM config file', () => {
  it('is known by its whole name, in whatever folder it is', () => {
    for (const path of ['/genesys-scim.json', '/crm/config/genesys-scim.json'])
      assert.equal(isScimConfigPath(path), true, path);
    for (const path of ['/crm/old-genesys-scim.json', '/genesys-scim.json/a', '/genesys-scim.json.bak', '/'])
      assert.equal(isScimConfigPath(path), false, path);
  });
});
