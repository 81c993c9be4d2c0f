import assert from 'node:assert/strict';
import { afterEach } from 'mocha';
import { useGateway } from './person.ts';
import { type Rehearsal, type RehearsalOptions, rehearse } from './rehearsal.ts';

/** Windows for the tests of a file; they close after each of them. */
export type Windows = {
  open(options?: RehearsalOptions): Promise<Rehearsal>;
  /** A window whose regions all lead to its practice org. */
  openWithGateway(options?: RehearsalOptions): Promise<Rehearsal>;
  /** From now on all regions lead to the practice org of this window. */
  leadTo(window: Rehearsal): Promise<void>;
};

export function useWindows(): Windows {
  const windows: Rehearsal[] = [];
  let hasGateway = false;

  afterEach(async () => {
    if (hasGateway) await useGateway(undefined);
    hasGateway = false;
    for (const each of windows.splice(0).reverse()) await each.dispose();
  });

  async function open(options?: RehearsalOptions): Promise<Rehearsal> {
    const opened = await rehearse(options);
    windows.push(opened);
    return opened;
  }

  async function leadTo({ org }: Rehearsal): Promise<void> {
    hasGateway = true;
    await useGateway(org.baseUrl);
  }

  return {
    open,
    openWithGateway: async (options) => {
      const opened = await open(options);
      await leadTo(opened);
      return opened;
    },
    leadTo,
  };
}

/** Fails unless each of these windows says that it is connected. */
export function assertConnected(...windows: Rehearsal[]): void {
  for (const { state } of windows) assert.deepEqual(state().connecting, { kind: 'connected' });
}
