/**
 * The answer to a login that an address holds. The implicit grant has it in the fragment, so that no server sees the
 * token; everything else has it in the query.
 */
export function answerIn({ hash, searchParams }: URL): URLSearchParams {
  const fragment = new URLSearchParams(hash.slice(1));
  return fragment.has('state') ? fragment : searchParams;
}
