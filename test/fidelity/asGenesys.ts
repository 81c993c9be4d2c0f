/** Where a client asks for what the standards say, and Genesys Cloud documents something else (docs/genesys.md). */
const AS_GENESYS: readonly { step: RegExp; why: RegExp }[] = [
  // Groups are made in Genesys Cloud, not by SCIM.
  { step: /Group/, why: /404|not found|was not found/i },
  // An operation that is not there is answered as one that does not exist.
  { step: /endpoint_methods/, why: /returned 404 instead of 405/ },
  // A user name is an e-mail address.
  { step: /\(User\)/, why: /userName is missing or not valid/ },
  // When something was made is not told.
  { step: /Users/, why: /meta\.created/ },
];

/** Whether a step that failed only met what is so at Genesys Cloud, too. */
export function isAsGenesys(step: string, why: string): boolean {
  return AS_GENESYS.some((each) => each.step.test(step) && each.why.test(why));
}
