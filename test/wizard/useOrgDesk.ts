import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PracticeOrgOptions } from '../../src/practiceOrg/server.ts';
import { repoFolder } from '../host/paths.ts';
import { useOrg } from '../org/useOrg.ts';
import { OrgDesk } from './orgDesk.ts';

/** For the tests of a block: one practice org, and a new desk for each of them. */
export function useOrgDesk(options?: PracticeOrgOptions): () => OrgDesk {
  const org = useOrg(options);
  let text: string;
  let desk: OrgDesk;

  before(async () => {
    text = await readFile(join(repoFolder, 'test', 'fixtures', 'workspace', 'src', 'framework.js'), 'utf8');
  });
  beforeEach(() => {
    desk = new OrgDesk(org(), text);
  });
  return () => desk;
}
