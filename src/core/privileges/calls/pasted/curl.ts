import type { Method } from '../../operation.ts';
import { methodOf } from '../reading.ts';
import { type Desk, takeRequest } from './desk.ts';

/** Options with a value, in one letter; all others have none. */
const WITH_VALUE = 'AbCcDdeEFHKmoPQrTtUuwXxYyz';
const LONG_WITH_VALUE =
  /^--(?:request|url|data|data-raw|data-binary|data-ascii|data-urlencode|json|form|form-string|header|user|user-agent|cookie|cookie-jar|referer|output|proxy|proxy-user|proxy-header|cert|key|cacert|capath|pass|cert-type|key-type|max-time|connect-timeout|retry|retry-delay|retry-max-time|oauth2-bearer|resolve|connect-to|write-out|upload-file|range|interface|limit-rate|config|ciphers|url-query|aws-sigv4|dump-header|netrc-file|unix-socket)$/;

type Options = {
  method: Method | undefined;
  implied: Method | undefined;
  isGet: boolean;
  addresses: string[];
};

/** Takes the requests of a `curl` command; false where it has no address that is an endpoint or of another host. */
export function takeCurl(desk: Desk, words: readonly string[], line: number): boolean {
  const { method, implied, isGet, addresses } = optionsOf(words);
  const taken = addresses.map((address) =>
    takeRequest(desk, 'curl', {
      method: method ?? (isGet ? 'GET' : (implied ?? 'GET')),
      address,
      line,
      sureness: 'certain',
    }),
  );
  return taken.includes(true);
}

function optionsOf(words: readonly string[]): Options {
  const options: Options = { method: undefined, implied: undefined, isGet: false, addresses: [] };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.startsWith('--')) {
      const [name = '', inWord] = word.split(/=(.*)/s, 2);
      const value = LONG_WITH_VALUE.test(name) ? (inWord ?? words[++at] ?? '') : '';
      takeLong(options, name, value);
    } else if (/^-[a-z#:]/i.test(word)) {
      const letters = [...word.slice(1)];
      const end = letters.findIndex((letter) => WITH_VALUE.includes(letter));
      for (const letter of end === -1 ? letters : letters.slice(0, end)) takeLetter(options, letter, '');
      if (end === -1) continue;
      const inWord = word.slice(end + 2);
      takeLetter(options, letters[end] ?? '', inWord === '' ? (words[++at] ?? '') : inWord);
    } else options.addresses.push(word);
  }
  return options;
}

function takeLong(options: Options, name: string, value: string): void {
  if (name === '--request') options.method = methodOf(value);
  else if (name === '--url') options.addresses.push(value);
  else if (name === '--get') options.isGet = true;
  else if (name === '--head') options.implied = 'HEAD';
  else if (name === '--upload-file') options.implied = 'PUT';
  else if (/^--(?:data|json|form)/.test(name)) options.implied ??= 'POST';
}

function takeLetter(options: Options, letter: string, value: string): void {
  if (letter === 'X') options.method = methodOf(value);
  else if (letter === 'G') options.isGet = true;
  else if (letter === 'I') options.implied = 'HEAD';
  else if (letter === 'T') options.implied = 'PUT';
  else if (letter === 'd' || letter === 'F') options.implied ??= 'POST';
}
