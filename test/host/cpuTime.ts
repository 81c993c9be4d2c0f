/**
 * Milliseconds of processor time that this process spends on some work. What other programs do meanwhile does not count, so
 * a limit holds on a busy computer, too.
 */
export async function cpuMilliseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
