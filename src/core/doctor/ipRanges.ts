/** Whether an IPv4 address lies in one of these ranges (CIDR, or a single address). What is none of both lets nobody in. */
export function isInRanges(address: string, ranges: readonly string[]): boolean {
  const number = numberOf(address);
  if (number === undefined) return false;
  return ranges.some((range) => {
    const [from = '', bits = '32'] = range.trim().split('/');
    const start = numberOf(from);
    const size = Number(bits);
    if (start === undefined || !Number.isInteger(size) || size < 0 || size > 32) return false;
    const width = 2 ** (32 - size);
    return Math.floor(number / width) === Math.floor(start / width);
  });
}

function numberOf(address: string): number | undefined {
  const parts = address.trim().split('.').map(Number);
  const isAddress =
    parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
  return isAddress ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
}
