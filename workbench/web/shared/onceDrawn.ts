/** Does something to what has just been changed, once the browser has drawn it. */
export const onceDrawn = (act: () => void) =>
  requestAnimationFrame(() => requestAnimationFrame(act))
