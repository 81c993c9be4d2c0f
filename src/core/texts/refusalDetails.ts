/** What a login host said when it refused something, for "Details". */
export function refusalDetails(code: string, description: string | undefined): string[] {
  return [description === undefined ? code : `${code}: ${description}`];
}
