/** A value, block or file of the part of HCL that describes an OAuth client. */
export type HclValue = string | number | HclValue[] | { reference: string };
export type HclBody = { attributes: Record<string, HclValue>; blocks: HclRead[] };
export type HclRead = HclBody & { type: string; labels: string[] };

const SIMPLE_ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/**
 * Reads HCL by its published grammar, knowing nothing of how it was written.
 *
 * @throws on anything that Terraform would refuse, or would evaluate instead of taking it as it stands
 */
export function readHcl(text: string): HclBody {
  let at = 0;

  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${JSON.stringify(text.slice(at, at + 30))}`);
  };
  const take = (pattern: RegExp): string | undefined => {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = at;
    const found = sticky.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const expect = (pattern: RegExp): string => take(pattern) ?? fail(`no ${pattern}`);

  const string = (): string => {
    expect(/"/);
    let value = '';
    while (take(/"/) === undefined) value += stringPart();
    return value;
  };
  const stringPart = (): string => {
    const doubled = take(/\$\$\{|%%\{/);
    if (doubled !== undefined) return doubled.slice(1);
    if (take(/\$\{|%\{/) !== undefined) fail('a template');
    if (take(/\\/) === undefined) return expect(/[^\n\r\\]/);
    const hex = take(/u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/);
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex.slice(1), 16));
    return SIMPLE_ESCAPES[expect(/./)] ?? fail('an unknown escape');
  };

  const list = (): HclValue[] => {
    const items: HclValue[] = [];
    expect(/\[\s*/);
    while (take(/\]/) === undefined) {
      items.push(value());
      if (take(/\s*,\s*/) === undefined) expect(/\s*(?=\])/);
    }
    return items;
  };
  const value = (): HclValue => {
    if (text[at] === '"') return string();
    if (text[at] === '[') return list();
    const number = take(/[0-9]+/);
    return number === undefined
      ? { reference: expect(/[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*/) }
      : Number(number);
  };

  const body = (end: RegExp): HclBody => {
    const read: HclBody = { attributes: {}, blocks: [] };
    take(/\s*/);
    while (take(end) === undefined) {
      const name = expect(/[a-z_][a-z0-9_]*/);
      expect(/ +/);
      if (take(/= /) === undefined) read.blocks.push(block(name));
      else if (name in read.attributes) fail(`${name} twice`);
      else read.attributes[name] = value();
      expect(/\n\s*/);
    }
    return read;
  };
  const block = (type: string): HclRead => {
    const labels: string[] = [];
    while (text[at] === '"') {
      labels.push(string());
      expect(/ +/);
    }
    expect(/\{\n/);
    return { type, labels, ...body(/\}/) };
  };

  return body(/$/);
}
