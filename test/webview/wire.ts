import type { CDPSession, Page } from 'playwright-core';
import * as z from 'zod/mini';

/** Who hears what comes from the page. */
export type Ears = { hearMessage(message: unknown): void; hearViolation(violation: string): void };

/** Of 100: letters are still sharp, and a picture has a third of what a PNG file has. */
const WEBP_QUALITY = 60;

const Envelope = z.object({ number: z.number(), message: z.unknown() });

/**
 * The way between page and host. It is the browser's own protocol: what Playwright offers puts a script into every new
 * page first, and that costs more than most tests.
 */
export class Wire {
  /** How many messages of the page have arrived since it was loaded. */
  arrived = 0;

  private constructor(private readonly session: CDPSession) {}

  /** Lays the wire to a page, before the wizard is loaded there. */
  static async lay(page: Page, ears: Ears): Promise<Wire> {
    const session = await page.context().newCDPSession(page);
    const wire = new Wire(session);
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'tellViolation') ears.hearViolation(payload);
      if (name !== 'tellHost') return;
      const { number, message } = Envelope.parse(JSON.parse(payload));
      wire.arrived = number;
      ears.hearMessage(message);
    });
    session.on('Runtime.executionContextsCleared', () => {
      wire.arrived = 0;
    });
    await session.send('Runtime.enable');
    for (const name of ['tellHost', 'tellViolation']) await session.send('Runtime.addBinding', { name });
    await page.addInitScript({ content: IN_VSCODE });
    return wire;
  }

  /** Hands a message of the host to the page. */
  async tellPage(message: unknown): Promise<void> {
    await this.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  }

  /** Resolves when the page has been drawn twice, to the number of messages that have left it since it was loaded. */
  async drawn(): Promise<number> {
    return z.number().parse(await this.evaluate(TWO_FRAMES_LATER));
  }

  /** A picture: of the whole page as a PNG file, or of what its window shows as a small WebP file, to be kept. */
  async picture(part: 'page' | 'window' = 'page'): Promise<Buffer> {
    const { data } = await this.session.send(
      'Page.captureScreenshot',
      part === 'page'
        ? { captureBeyondViewport: true, optimizeForSpeed: true }
        : { format: 'webp', quality: WEBP_QUALITY },
    );
    return Buffer.from(data, 'base64');
  }

  private async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  }
}

/**
 * What VS Code puts into the page before its own script, and somebody who listens: whatever comes into a live region is
 * heard, and is gone.
 */
const IN_VSCODE = `
  globalThis.sentToHost = 0;
  globalThis.acquireVsCodeApi = () => ({
    setState(state) {
      globalThis.keptState = state;
    },
    postMessage(message) {
      globalThis.sentToHost += 1;
      globalThis.tellHost(JSON.stringify({ number: globalThis.sentToHost, message }));
    },
  });
  globalThis.spoken = [];
  new MutationObserver(() => {
    for (const node of document.querySelectorAll('[role=status] > *')) {
      globalThis.spoken.push(node.textContent);
      if (!globalThis.keepsSpoken) node.remove();
    }
  }).observe(document, { childList: true, subtree: true });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    globalThis.tellViolation(violatedDirective + ' ' + blockedURI);
  });
`;

/** The toolkit shows some changes a frame later than they are made. */
const TWO_FRAMES_LATER = `new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(globalThis.sentToHost))));
})`;
