import assert from 'node:assert/strict';
import type { Role } from '../../../src/core/platform/authorization.ts';
import { causeTitle } from '../../../src/core/texts/doctor.ts';
import { nextStepText } from '../../../src/core/texts/doctorNextStep.ts';
import { doctorRequest } from '../../../src/core/texts/doctorPage.ts';
import {
  answer,
  apiError,
  callFacts,
  callScene,
  known,
  loginScene,
  type Scene,
  withFacts,
  withSymptoms,
} from '../../doctor/facts.ts';

const VIEW = 'routing:queue:view';
const EDIT = 'routing:queue:edit';
const ADD = 'routing:queue:add';
const CAUSE = 'role-lacks-permission';

/** Somebody who is logged in, and lacks one of several permissions for their call. */
const anyScene = (): Scene =>
  withSymptoms(loginScene(), apiError('missing.any.permissions', { permissions: [EDIT, VIEW] }));

function role(name: string, ...actions: readonly string[]): Role {
  return {
    id: name,
    name,
    permissionPolicies: [{ domain: 'routing', entityName: 'queue', actionSet: [...actions] }],
  };
}

/** The same in an org with these roles. */
function amongRoles(scene: Scene, ...roles: readonly Role[]): Scene {
  const calls = callFacts();
  assert.ok(calls.kind === 'known');
  return withFacts(scene, { calls: known({ ...calls.value, choices: { roles, held: undefined } }) });
}

describe('A request to an administrator', () => {
  it('says of several permissions that one of them is enough', () => {
    const request = doctorRequest(answer(anyScene()), CAUSE) ?? '';
    assert.match(request, /^One of these permissions is enough: routing:queue:edit, routing:queue:view$/m);
    assert.doesNotMatch(request, /Missing permission/);
  });

  it('proposes the one that the smallest role has, where the roles are known', () => {
    const roles = [role('Everything', 'view', 'edit', 'add', 'delete'), role('Small', 'view')];
    const diagnosis = answer(amongRoles(anyScene(), ...roles));
    assert.match(doctorRequest(diagnosis, CAUSE) ?? '', /The role "Small" has routing:queue:view/);
    const [first] = diagnosis.causes;
    assert.ok(first !== undefined);
    assert.match(nextStepText(first.next, 'en'), /one of routing:queue:edit.*such as "Small"/);
    assert.match(causeTitle(first, 'en'), /none of these permissions/);
  });

  it('proposes none where no role has any of them', () => {
    const request = doctorRequest(answer(amongRoles(anyScene(), role('Other', 'delete'))), CAUSE);
    assert.doesNotMatch(request ?? '', /The role/);
  });

  it('names each one that is needed, beside those of which one is enough', () => {
    const scene = withSymptoms(anyScene(), apiError('missing.permissions', { permissions: [ADD] }));
    const request = doctorRequest(answer(scene), CAUSE) ?? '';
    assert.match(request, /^Missing permission: routing:queue:add$/m);
    assert.match(request, /^One of these permissions is enough: routing:queue:edit, routing:queue:view$/m);
  });

  it('asks for what the call needs where the answer does not name it', () => {
    const operation = {
      method: 'GET',
      path: '/routing/queues',
      name: 'getRoutingQueues',
      permissions: { mode: 'any' as const, of: [EDIT, VIEW] },
      scopes: [],
      callers: 'all' as const,
    } as const;
    const scene = withSymptoms(
      withFacts(loginScene(), { calls: callFacts(operation) }),
      apiError('not.authorized'),
    );
    assert.match(doctorRequest(answer(scene), CAUSE) ?? '', /One of these permissions is enough/);
  });

  it('is there also where nobody knows which permission is lacked', () => {
    const request = doctorRequest(answer(withSymptoms(loginScene(), apiError('not.authorized'))), CAUSE);
    assert.match(request ?? '', /Whether the roles suffice/);
  });
});

describe('A client that holds one of several permissions', () => {
  const any = apiError('missing.any.permissions', { permissions: [EDIT, VIEW] });

  it('lacks what another answer names, and nothing of these', () => {
    const scene = withSymptoms(callScene(), any, apiError('missing.permissions', { permissions: [ADD] }));
    assert.deepEqual(answer(scene).causes[0]?.args['permissions'], [ADD]);
  });
});
