/** Once it has been drawn: brings the first field with a mistake into view. */
export const focusMistake = () =>
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const first = document.querySelector('[role=tabpanel] [aria-invalid=true]')
      if (first instanceof HTMLElement) first.focus()
    }),
  )
