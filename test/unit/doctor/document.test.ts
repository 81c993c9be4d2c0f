import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOCTOR_DOCUMENT, doctorDocument } from '../../doctor/document.ts';
import { repoFolder } from '../../host/paths.ts';

describe('The document of what each cause is known by', () => {
  it('is what the tests try (node --import tsx test/doctor/write.ts)', async () => {
    assert.equal(await readFile(join(repoFolder, DOCTOR_DOCUMENT), 'utf8'), doctorDocument());
  });
});
