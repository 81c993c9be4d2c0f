import { diagnose } from '../../src/core/doctor/diagnose.ts';
import type { Facts } from '../../src/core/doctor/facts.ts';
import { readSymptoms } from '../../src/core/doctor/reading/readSymptoms.ts';
import { Subject } from '../../src/core/doctor/subject.ts';
import { NOTHING_TOLD, type Told } from '../../src/core/doctor/symptom.ts';
import type { DoctorPageState, Look } from '../../src/core/doctorPage/messages.ts';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import { CLIENT_ID, frameworkClient, loginScene, type Scene, withClient } from '../doctor/facts.ts';

/** What the page of a look can show, each by the real rules over made-up facts. */

const OTHER_ID = '99999999-2222-4333-8444-555566667777';
const forbidden: PlatformError = { kind: 'forbidden', answer: { status: 403, code: 'missing.permissions' } };
const unreachable: PlatformError = { kind: 'unreachable', reason: 'getaddrinfo ENOTFOUND' };

const login = loginScene();
export const TEXT: Subject = { kind: 'text' };

/** The facts where nobody is signed in. */
const nobody = { kind: 'not-asked', because: 'signed-out' } as const;
const alone: Facts = {
  ...login.facts,
  org: undefined,
  client: nobody,
  elsewhere: nobody,
  authentication: nobody,
  inactivityTimeout: nobody,
  ipAllowList: nobody,
  authorization: nobody,
  hipaa: nobody,
  roles: nobody,
  divisions: nobody,
  secret: nobody,
  clock: nobody,
};

/** The client lacks the page of its login window, only listed sites may embed it, and some of it may not be read. */
export const troubled: Scene = {
  ...login,
  facts: {
    ...login.facts,
    client: {
      kind: 'known',
      value: { ...frameworkClient, registeredRedirectUri: ['https://apps.mypurecloud.jp/crm/index.html'] },
    },
    authentication: {
      kind: 'known',
      value: { embeddingIsLimited: true, embeddingAllowed: ['a.example', 'b.example', 'c.example'] },
    },
    ipAllowList: { kind: 'untold', error: forbidden },
  },
};

/** Of the framework's pages, only that of a partner is registered; and the same where somebody has said what is meant. */
const partnerAlone = withClient(login, {
  registeredRedirectUri: ['https://apps.mypurecloud.jp/crm/acmecti/index.html'],
});
const partnerTold: Scene = {
  ...partnerAlone,
  subject: Subject.parse({ ...partnerAlone.subject, partner: 'acmecti', site: 'crm.contoso.example' }),
};

function looked(
  { subject, told, facts }: Scene,
  more: Partial<Extract<Look, { kind: 'looked' }>> = {},
): Look {
  return { kind: 'looked', diagnosis: diagnose(subject, told, facts, new Date()), meant: [], ...more };
}

export function stateOf(subject: Subject, look: Look, more: Partial<DoctorPageState> = {}): DoctorPageState {
  return { about: { subject }, look, signedOut: false, anybodySignedIn: true, ...more };
}

function pasted(text: string, facts: Facts): Scene {
  return { subject: TEXT, told: readSymptoms(text), facts };
}

const told = (more: Partial<Told>): Told => ({ ...NOTHING_TOLD, ...more });
const former = diagnose(troubled.subject, troubled.told, troubled.facts, new Date());
const severalTold = told({ notes: [{ kind: 'several-clients', clientIds: [CLIENT_ID, OTHER_ID] }] });

export const REFUSED = JSON.stringify({
  status: 403,
  code: 'missing.any.permissions',
  message:
    'Unable to perform the requested action. You must have at least one of the following permissions assigned: routing:queue:view',
});
const WRONG_SECRET = '{"error":"invalid_client","description":"client authentication failed"}';
const INVALID = 'The OAuth client ID or redirect URI is invalid.';

export const doctorStates = {
  'doctor-login': stateOf(troubled.subject, looked(troubled)),
  'doctor-partner': stateOf(partnerAlone.subject, looked(partnerAlone)),
  'doctor-partner-told': stateOf(partnerTold.subject, looked(partnerTold)),
  'doctor-nothing-found': stateOf(login.subject, looked(login)),
  'doctor-unasked': stateOf(TEXT, { kind: 'unasked' }),
  'doctor-refused': stateOf(TEXT, looked(pasted(REFUSED, alone)), { anybodySignedIn: false }),
  'doctor-secret': stateOf(TEXT, looked(pasted(WRONG_SECRET, alone)), { anybodySignedIn: false }),
  'doctor-invalid': stateOf(TEXT, looked(pasted(INVALID, alone)), { anybodySignedIn: false }),
  'doctor-nobody': stateOf(login.subject, looked({ ...login, facts: alone }), { anybodySignedIn: false }),
  'doctor-tells-nothing': stateOf(TEXT, looked(pasted('The weather is fine.', alone)), {
    anybodySignedIn: false,
  }),
  'doctor-several': stateOf(
    TEXT,
    looked(
      { subject: TEXT, told: severalTold, facts: alone },
      {
        meant: [
          { clientId: CLIENT_ID, name: frameworkClient.name, orgName: 'Contoso' },
          { clientId: OTHER_ID },
        ],
      },
    ),
  ),
  'doctor-looking': stateOf(login.subject, { kind: 'looking', stage: 'org' }),
  'doctor-looking-again': stateOf(login.subject, { kind: 'looking', stage: 'client', former }),
  'doctor-cancelled': stateOf(login.subject, { kind: 'cancelled' }),
  'doctor-signed-out': stateOf(troubled.subject, looked(troubled), { signedOut: true }),
  'doctor-unread': stateOf(
    login.subject,
    looked(
      { ...login, facts: { ...login.facts, client: { kind: 'failed', error: unreachable } } },
      { unread: unreachable },
    ),
  ),
} as const satisfies Record<string, DoctorPageState>;
