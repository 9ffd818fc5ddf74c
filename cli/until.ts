/** Until somebody presses Ctrl-C or ends the process. */
export const untilStopped = (): Promise<void> =>
  new Promise(resolve => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
