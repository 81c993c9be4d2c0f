import { readFileSync } from 'node:fs';

/** What a person installs by hand where this project cannot fetch it. */
export type Installable = 'chromium' | 'japaneseFont' | 'vscode';

type System = 'debian' | 'fedora' | 'linux' | 'macos' | 'windows';

const commands: Record<System, Record<Installable, string>> = {
  debian: {
    chromium: 'sudo apt-get install chromium',
    japaneseFont: 'sudo apt-get install fonts-noto-cjk',
    vscode: 'install Visual Studio Code from its .deb package',
  },
  fedora: {
    chromium: 'sudo dnf install chromium',
    japaneseFont: 'sudo dnf install google-noto-sans-cjk-fonts',
    vscode: 'install Visual Studio Code from its .rpm package',
  },
  linux: {
    chromium: 'install chromium with your package manager',
    japaneseFont: 'install the Noto CJK fonts with your package manager',
    vscode: 'install Visual Studio Code',
  },
  macos: {
    chromium: 'brew install --cask google-chrome',
    japaneseFont: 'brew install --cask font-noto-sans-cjk-jp',
    vscode: 'brew install --cask visual-studio-code',
  },
  windows: {
    chromium: 'winget install Google.Chrome',
    japaneseFont: 'add the Japanese supplemental fonts in Settings > System > Optional features',
    vscode: 'winget install Microsoft.VisualStudioCode',
  },
};

/** Which system this is, as far as installing programs goes. `osRelease` is the text of /etc/os-release. */
export function readSystem(platform: NodeJS.Platform, osRelease: string): System {
  if (platform === 'darwin') return 'macos';
  if (platform === 'win32') return 'windows';
  const kin = osRelease
    .split('\n')
    .filter((line) => /^ID(_LIKE)?=/.test(line))
    .join(' ');
  if (/debian|ubuntu/.test(kin)) return 'debian';
  return /fedora|rhel|centos/.test(kin) ? 'fedora' : 'linux';
}

/** How to install something by hand on the system of this computer: a command, or a few words. */
export function howToInstall(what: Installable, system: System = thisSystem()): string {
  return commands[system][what];
}

/**
 * Why a fetch failed, in one sentence that says what to do next, from what npm or the system said of it. `cause` keeps
 * their own words.
 */
export class FetchError extends Error {
  constructor(what: string, cause: unknown) {
    super(
      `${what} could not be fetched: ${reasonOf(String(cause instanceof Error ? cause.message : cause))}`,
      {
        cause,
      },
    );
  }
}

function reasonOf(words: string): string {
  if (/ENOSPC|no space left/i.test(words))
    return 'the disk is full. Make room, then run: npm test -- --fetch';
  if (/EROFS|EACCES|EPERM/.test(words)) {
    return 'the folder of this clone cannot be written to. Clone it to a place of your own.';
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|got nothing/.test(words)
  ) {
    const proxy = ['HTTPS_PROXY', 'https_proxy', 'npm_config_https_proxy'].find((name) => process.env[name]);
    return proxy === undefined
      ? 'the npm registry does not answer. Check the network, then run: npm test -- --fetch'
      : `the npm registry does not answer through the proxy that ${proxy} names. Check it, then run: npm test -- --fetch`;
  }
  return 'see below. Then run: npm test -- --fetch';
}

function thisSystem(): System {
  let osRelease = '';
  try {
    osRelease = readFileSync('/etc/os-release', 'utf8');
  } catch {
    // No Linux, or one that does not say what it is.
  }
  return readSystem(process.platform, osRelease);
}
