import { Hono } from 'hono';
import * as z from 'zod/mini';
import { parseBody } from '../api/body.ts';
import { ApiError } from '../errors.ts';
import { type HostNames, isHostName } from '../hostAndOrigin.ts';
import type { HttpEnv } from '../http.ts';
import { inEveryLanguage } from '../language.ts';
import { type Org, resetOrg, switchesNow } from '../org.ts';
import { parseJson } from '../parseJson.ts';
import { orgClients } from '../world/clients.ts';
import { fingerprint } from '../world/random.ts';
import { bearerToken } from '../world/tokens.ts';
import { bringAbout, CauseError, NotAloneError, possibleFor, takeBack } from './bringAbout.ts';
import { type CauseId, causes, isCause } from './causes.ts';
import { isOfFramework } from './changes.ts';
import { readSwitches, SwitchError, turn } from './readSwitches.ts';
import { seenBy } from './seenBy.ts';
import { whatThereIs } from './whatThereIs.ts';

const wrongToken =
  'The control operations need the header Authorization: Bearer with the controlToken that the practice org printed when it started.\n';

/** A name by which the org may be called from now on, until it ends. */
const host = z.strictObject({ name: z.string().check(z.refine(isHostName)) });

/** A cause to bring about. */
const causeAsked = z.strictObject({
  cause: z.string(),
  client: z.string(),
  alone: z._default(z.boolean(), false),
});

/**
 * `/practice/…`: steering the simulation from outside. Not part of any contract but our own, and only for whoever
 * started the org, or was told its control token by them.
 */
export function control(
  org: Org,
  controlToken: string,
  { names, end }: { names: HostNames; end(): void },
): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const right = fingerprint(controlToken);
  app.use('/:operation', async (c, next) => {
    const token = bearerToken(c.req.header('authorization')) ?? '';
    if (fingerprint(token) === right) return await next();
    return c.text(wrongToken, 401, { 'WWW-Authenticate': 'Bearer realm="practice"' });
  });
  app.get('/switches', (c) => c.json(switchesNow(org)));
  app.patch('/switches', (c) => {
    try {
      turn(org, readSwitches(parseJson(c.get('body')?.text ?? '')));
    } catch (error) {
      if (!(error instanceof SwitchError)) throw error;
      throw new ApiError('constraint.validation', { finding: error.message });
    }
    return c.json(switchesNow(org));
  });
  app.get('/causes', (c) => c.json(standing(org, c.req.query('client'))));
  app.post('/causes', (c) => {
    try {
      bringAbout(org, parseBody(causeAsked, parseJson(c.get('body')?.text ?? ''), 'Cause'));
    } catch (error) {
      if (error instanceof NotAloneError) throw new ApiError('request.conflict');
      if (!(error instanceof CauseError)) throw error;
      throw new ApiError('constraint.validation', { finding: error.message });
    }
    return c.json(standing(org));
  });
  app.delete('/causes', (c) => {
    takeBack(org, c.req.query('cause'));
    return c.json(standing(org));
  });
  app.get('/catalogue', (c) => c.json(whatThereIs));
  app.post('/reset', (c) => {
    resetOrg(org);
    return c.body(null, 204);
  });
  app.post('/hosts', (c) => {
    names.allow(parseBody(host, parseJson(c.get('body')?.text ?? ''), 'Host').name);
    return c.body(null, 204);
  });
  app.post('/end', (c) => {
    // It is answered once the state is saved.
    c.env.outgoing.once('close', end);
    return c.body(null, 204);
  });
  app.get('/requests', (c) => c.json(org.requests.list()));
  return app;
}

/** The clients that something can be wrong for, what is in force, and (of a client, by its ID or name) what could be. */
function standing(org: Org, client?: string) {
  return {
    clients: orgClients(org.world)
      .filter(({ state }) => state === 'active')
      .map((each) => ({
        id: each.id,
        name: each.name,
        isOfFramework: isOfFramework(each, org),
        hasLogin: each.redirectUris.length > 0,
      })),
    inForce: org.world.injected.flatMap((each) => {
      const { cause, clientId, clientName, since } = each;
      return isCause(cause)
        ? [{ ...named(cause), clientId, clientName, since, seen: seenBy(org, each) }]
        : [];
    }),
    ...(client !== undefined && { possible: possibleFor(org, client).map(named) }),
  };
}

function named(cause: CauseId) {
  const { does, shows } = causes[cause];
  return { cause, does: inEveryLanguage(does), shows };
}
