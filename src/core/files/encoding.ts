import * as l10n from '@vscode/l10n';

type Decoded = { ok: true; value: string } | { ok: false; reason: string };

/**
 * The text of a file in UTF-8, its byte order mark included; or in words that it is in another encoding, because whatever
 * is written into it would break it.
 */
export function decode(bytes: Uint8Array): Decoded {
  const other = otherEncoding(bytes);
  if (other !== undefined) return { ok: false, reason: notUtf8(other) };
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, reason: notUtf8(isShiftJis(bytes) ? l10n.t('perhaps Shift JIS') : undefined) };
  }
}

function notUtf8(encoding: string | undefined): string {
  return encoding === undefined
    ? l10n.t(
        'The file is not in UTF-8 and is left as it is: "Save with Encoding" in the editor makes it that.',
      )
    : l10n.t(
        'The file is not in UTF-8 ({0}) and is left as it is: "Save with Encoding" in the editor makes it that.',
        encoding,
      );
}

/** What the first bytes say, or the zeros in it, which no text in UTF-8 has. */
function otherEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16 LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16 BE';
  return bytes.includes(0) ? l10n.t('perhaps UTF-16, or no text') : undefined;
}

/** The bytes of two-byte characters would also be right in some other encodings, so this is a hint. */
function isShiftJis(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
