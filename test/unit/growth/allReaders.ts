import { CALL_READERS } from './callReaders.ts';
import { FRAMEWORK_READERS } from './frameworkReaders.ts';
import type { Growth } from './growth.ts';
import { ORG_READERS } from './orgReaders.ts';
import { PRACTICE_ORG_READERS } from './practiceOrgReaders.ts';
import { REQUEST_READERS } from './requestReaders.ts';
import { SCIM_READERS } from './scimReaders.ts';
import { SCOPE_READERS } from './scopeReaders.ts';
import { SETTING_READERS } from './settingReaders.ts';
import { TYPED_READERS } from './typedReaders.ts';

/** What reads it: each with every kind of it that somebody thought of. One more reader, or one more kind, is one more line. */
export const READERS: Readonly<Record<string, readonly Growth[]>> = {
  'a framework.js': FRAMEWORK_READERS,
  'a genesys-scim.json': SCIM_READERS,
  'a request of the command line': REQUEST_READERS,
  'what is typed and pasted': TYPED_READERS,
  'settings and files of other programs': SETTING_READERS,
  'what an org answers': ORG_READERS,
  'what an application calls': CALL_READERS,
  'calls and scopes in an editor': SCOPE_READERS,
  'what is asked of the practice org through SCIM': PRACTICE_ORG_READERS,
};

/** As nothing here may do it. */
export const EACH_WITH_EACH: Growth = {
  what: 'compares each with each',
  at: (size) => {
    const numbers = Array.from({ length: size }, (_, index) => index);
    return () => numbers.filter((number, index) => numbers.indexOf(number) === index);
  },
  size: 640,
};
