/**
 * Whom a SAML2 assertion (XML in Base64 or base64url) is about: the text of its NameID. Undefined when it is
 * not an assertion or its time (`NotBefore`, `NotOnOrAfter`, against `now` in milliseconds) is not now.
 * The org has no identity provider, and so no certificate to check a signature with: a self-made one will do.
 */
export function subjectOf(assertion: string, now: number): string | undefined {
  const xml = Buffer.from(assertion, 'base64').toString('utf8');
  if (!/<(\w+:)?Assertion[\s>]/.test(xml)) return undefined;
  const [notBefore, notOnOrAfter] = [times(xml, 'NotBefore'), times(xml, 'NotOnOrAfter')];
  if (notBefore.some((time) => !(now >= time)) || notOnOrAfter.some((time) => !(now < time)))
    return undefined;
  return /<(?:\w+:)?NameID(?:\s[^<>]*)?>([^<>]+)<\//.exec(xml)?.[1]?.trim();
}

function times(xml: string, attribute: string): number[] {
  const values = xml.matchAll(new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`, 'g'));
  return [...values].map(([, value]) => Date.parse(value ?? ''));
}
