import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { ClientChangeRequest, NewClientRequest, procedureWords } from '../../../../src/cli/requests/forms.ts';
import { readRequest } from '../../../../src/cli/requests/readRequest.ts';
import { requestSchemas } from '../../../../src/cli/requests/schemas.ts';
import { repoFolder } from '../../../host/paths.ts';

const folder = join(repoFolder, 'src', 'cli', 'npm', 'requests');

describe('the request files of the package', () => {
  it('have the schemas that the forms come to', async () => {
    for (const [name, text] of Object.entries(requestSchemas()))
      assert.deepEqual(
        JSON.parse(await readFile(join(folder, name), 'utf8')),
        JSON.parse(text),
        `node --import tsx test/requests/write.ts writes ${name}`,
      );
  });

  it('are right by form and schema, and there is one for each procedure', async () => {
    const names = (await readdir(folder)).filter((name) => !name.endsWith('.schema.json'));
    const procedures = new Set<string>();
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8');
      const isChange = name === 'change.json';
      const schema =
        requestSchemas()[isChange ? 'client-change.schema.json' : 'new-client.schema.json'] ?? '';
      const check = new Ajv({ strict: false }).compile(JSON.parse(schema));
      assert.ok(check(JSON.parse(text)), `${name}: ${JSON.stringify(check.errors)}`);
      const read = isChange ? readRequest(text, ClientChangeRequest) : readRequest(text, NewClientRequest);
      assert.ok(read.ok, name);
      if ('procedure' in read.request) procedures.add(read.request.procedure);
    }
    assert.deepEqual([...procedures].sort(), [...procedureWords].sort());
  });
});
