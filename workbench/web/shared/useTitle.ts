import { useEffect } from 'react'

const own = 'Pipedrive workbench'

/** Names the tab of the browser after what is open in it. */
export const useTitle = (...parts: readonly (string | undefined)[]): void => {
  const title = [...parts.filter(Boolean), own].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
