import type { Page } from 'playwright-core'

/**
 * Counts what React renders, by the labelled part of the page where it stands. It reads React's own
 * tree as the developer tools do: https://github.com/facebook/react/tree/main/packages/react-devtools-shared
 */
const hook = `{
  const performedWork = 1
  const isComponent = ({ tag }) => tag === 0 || tag === 1 || tag === 11 || tag === 14 || tag === 15
  const elementOf = fiber => {
    for (let at = fiber; at; at = at.child) if (at.tag === 5) return at.stateNode
    for (let at = fiber; at; at = at.return) if (at.tag === 5) return at.stateNode
  }
  const placeOf = fiber => {
    const place = elementOf(fiber)?.closest('[role=tree], section[aria-label], aside, header')
    const label = place?.closest('section[aria-label]')?.ariaLabel ?? 'page'
    return place?.matches('section') ? label : [label, place?.role ?? place?.localName].join(' ')
  }
  const count = fiber => {
    if (isComponent(fiber) && fiber.flags & performedWork) {
      const place = placeOf(fiber)
      window.renders[place] = (window.renders[place] ?? 0) + 1
    }
    // Children that are the same objects as before have been left alone.
    if (fiber.alternate && fiber.child === fiber.alternate.child) return
    for (let child = fiber.child; child; child = child.sibling) count(child)
  }
  window.renders = {}
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot: (_, root) => count(root.current),
  }
}`

/** To be called before the page is loaded. */
export const countRenders = (page: Page): Promise<unknown> => page.addInitScript(hook)

/** How many components are rendered while something is done, by where they stand. */
export const rendersDuring = async (
  page: Page,
  act: () => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> => {
  await page.evaluate('window.renders = {}')
  await act()
  return page.evaluate<Record<string, number>>('window.renders')
}
