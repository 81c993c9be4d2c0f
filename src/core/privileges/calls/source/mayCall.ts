// Loaded at activation, so it needs nothing.

const API = /pi\/v[12]/;
const SDK = /platform-client|platformClient|PureCloudPlatform|mypurecloud\.sdk/;

/** People do not write larger source files; larger ones are not read. */
export const MOST_CHARACTERS = 1_000_000;

/**
 * Whether a file is worth reading closely. Most are not, so this looks for what is rare: it takes less time than reading
 * the file does.
 */
export function mayCall(text: string): boolean {
  return API.test(text) || ((text.includes('latform') || text.includes('mypurecloud')) && SDK.test(text));
}
