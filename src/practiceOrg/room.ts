import type { Context, MiddlewareHandler, Next } from 'hono';
import type { HttpEnv } from './http.ts';
import type { Org } from './org.ts';
import { keepNewest } from './world/keepNewest.ts';
import { sizeOf } from './world/stateFile.ts';
import type { World } from './world/world.ts';

/** How much the org remembers. */
export type Room = {
  /** Characters of JSON that all it holds may come to. */
  readonly worldSize: number;
  /** How many tokens, and how many codes; then the oldest ones end. */
  readonly signIns: number;
};

const full =
  'The practice org holds as much as it can. Delete something, or reset it. This answer is its own: no real org gives it.\n';

/** How often, between nothing and full, the size is measured: that takes as long as saving it. */
const MEASURED = 64;

/**
 * Refuses what would let the org's world grow without end, with 507: a limit of the simulation, not one of the platform.
 * What is there may still be changed, up to twice as much: a client must be made inactive before it can be deleted.
 */
export function withinRoom(org: Org, { worldSize }: Room): MiddlewareHandler<HttpEnv> {
  let measured: World | undefined;
  let size = 0;
  let receivedSince = 0;

  return async (c, next) => {
    const { method } = c.req;
    if (method === 'GET') return await next();
    if (method !== 'DELETE' && sizeNow() > (method === 'POST' ? worldSize : 2 * worldSize)) {
      return c.text(full, 507);
    }
    await next();
    receivedSince += c.get('body')?.bytes ?? 0;
    if (method === 'DELETE' && size > worldSize) measured = undefined;
    return undefined;
  };

  function sizeNow(): number {
    // A reset has put another world in the place of the one that was measured.
    if (measured !== org.world || receivedSince > worldSize / MEASURED) {
      measured = org.world;
      receivedSince = 0;
      size = sizeOf(org.world);
    }
    return size;
  }
}

/** Ends the oldest sign-ins when there are too many; those whose time is up go first. */
export function fewSignIns(org: Org, { signIns }: Room): MiddlewareHandler<HttpEnv> {
  return async (_c: Context<HttpEnv>, next: Next) => {
    await next();
    const { accessTokens, refreshTokens, codes } = org.world;
    for (const ending of [accessTokens, codes]) {
      if (ending.size > signIns) dropEnded(ending, org.clock.now());
      keepNewest(ending, signIns);
    }
    keepNewest(refreshTokens, signIns);
  };
}

function dropEnded(all: Map<string, { readonly expiresAt: number }>, now: number): void {
  for (const [key, { expiresAt }] of all) if (expiresAt <= now) all.delete(key);
}
