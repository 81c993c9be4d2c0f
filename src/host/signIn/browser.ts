import * as vscode from 'vscode';

/** The browser of the person's computer, which is not always the one that extensions run on. */
export type Browser = {
  /** Whether there is a browser, as far as the last try told. */
  readonly works: boolean;
  /** Opens an address. False when VS Code could not, or when the person did not let it. */
  open(url: URL): Promise<boolean>;
  /** The address under which the browser reaches this port of the computer that extensions run on. */
  external(port: number): Promise<URL>;
};

/** The browser as VS Code reaches it, through a tunnel where one is needed. */
export function systemBrowser(): Browser {
  let works = true;
  return {
    get works() {
      return works;
    },
    open: async (url) => {
      // The browser gets the query decoded once and encoded anew, which says the same as long as no value holds one of
      // "&", "#", "+" or "%". Those of a login hold none.
      const opening = vscode.env.openExternal(vscode.Uri.parse(url.href, true));
      // Whoever does not want this page opened has a browser all the same.
      works = await opening.then(
        () => true,
        () => false,
      );
      return works && (await opening);
    },
    external: async (port) => {
      const reached = await vscode.env.asExternalUri(vscode.Uri.parse(`http://localhost:${port}`, true));
      return new URL(reached.toString(true));
    },
  };
}
