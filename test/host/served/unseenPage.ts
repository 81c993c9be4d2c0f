import { EventEmitter, once } from 'node:events';
import type { Browser, CDPSession } from 'playwright-core';
import * as z from 'zod/mini';

/** What a page calls, by name, with what it hands over, as JSON. */
export type Callees = Readonly<Record<string, (...parts: unknown[]) => void>>;

const TELL = 'tellWhoeverOpenedThis';

const callSchema = z.object({ payload: z.string() });
const calledSchema = z.tuple([z.string()], z.unknown());
const messageSchema = z.object({
  id: z.optional(z.number()),
  method: z.optional(z.string()),
  params: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});

/**
 * A page that nobody looks at, so that nothing in it is ever drawn: a browser that draws, and tells Playwright of all that
 * passes through it, works longer than the tests. What waits for the next frame is done twenty times a second, and what
 * waits for the page to be idle, soon.
 */
const WITHOUT_FRAMES = `
  delete window.requestIdleCallback;
  delete window.cancelIdleCallback;
  window.requestAnimationFrame = (draw) => setTimeout(() => draw(performance.now()), 50);
  window.cancelAnimationFrame = (number) => clearTimeout(number);
`;

/** Opens it in a browser whose frames are begun by hand. Calls `failed` when the page crashes. */
export async function openUnseenPage(
  browser: Browser,
  address: string,
  callees: Callees,
  failed: (error: Error) => void,
): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { targetId } = await session.send('Target.createTarget', {
    url: 'about:blank',
    enableBeginFrameControl: true,
    ...{ width: 1280, height: 720 },
  });
  const page = await attach(session, targetId);
  page.events.on('Inspector.targetCrashed', () => failed(new Error('The page crashed')));
  page.events.on('Runtime.bindingCalled', (params: unknown) => {
    const [name, ...parts] = calledSchema.parse(JSON.parse(callSchema.parse(params).payload));
    callees[name]?.(...parts);
  });
  await page.send('Inspector.enable');
  await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
  });
  await page.send('Runtime.enable');
  await page.send('Runtime.addBinding', { name: TELL });
  await page.send('Page.enable');
  const source = [WITHOUT_FRAMES, ...Object.keys(callees).map(callerOf)].join('\n');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source });
  await page.send('Page.navigate', { url: address });
}

type Attached = {
  /** The events of the protocol, by name. */
  events: EventEmitter;
  /** Throws when the browser refuses. */
  send(method: string, params?: Record<string, unknown>): Promise<void>;
};

/** Playwright knows nothing of this page, so its messages travel in those of the browser. */
async function attach(session: CDPSession, targetId: string): Promise<Attached> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const events = new EventEmitter();
  const answers = new EventEmitter();
  let sent = 0;
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, method, params, error } = messageSchema.parse(JSON.parse(message));
    if (id !== undefined) answers.emit(String(id), error);
    else if (method !== undefined) events.emit(method, params);
  });
  return {
    events,
    send: async (method, params = {}) => {
      sent += 1;
      const answered = once(answers, String(sent));
      const message = JSON.stringify({ id: sent, method, params });
      await session.send('Target.sendMessageToTarget', { sessionId, message });
      const [error] = await answered;
      if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    },
  };
}

/** The text of a function of the page that hands over what it is called with. An error is told as its stack. */
function callerOf(name: string): string {
  const told = '(_, value) => (value instanceof Error ? value.stack : value)';
  return `window.${name} = (...parts) => ${TELL}(JSON.stringify(['${name}', ...parts], ${told}));`;
}
