/** The same work, which runs once at a time: whoever asks for it meanwhile gets it done once more, together with all others. */
export function onceAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  const run = async () => {
    try {
      do {
        isAskedAgain = false;
        await work();
      } while (isAskedAgain);
    } finally {
      running = undefined;
    }
  };
  return async () => {
    isAskedAgain = true;
    running ??= run();
    await running;
  };
}
