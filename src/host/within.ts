import * as l10n from '@vscode/l10n';

/**
 * What `work` comes to, or a rejection after this many seconds: nobody can call off what VS Code does not answer, and it
 * must not keep everything else waiting for ever.
 */
export async function within<T>(seconds: number, work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const tooLate = () => reject(new Error(l10n.t('VS Code did not answer within {0} seconds.', seconds)));
    timer = setTimeout(tooLate, seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
