import axeCore, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What keeps people from using a page, or what does so in its colours alone. It is put in by the
 * debugger, which no policy stops.
 */
export const barriers = async (
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly string[]> => {
  // Colours that are still changing are neither the old nor the new ones. A loader goes on for ever.
  await page.evaluate(`Promise.allSettled(
    document.getAnimations()
      .filter(({ effect }) => effect.getComputedTiming().endTime < Infinity)
      .map(({ finished }) => finished))`)
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axeCore.source)
  const options = {
    resultTypes: ['violations'],
    ...(rules === 'colours' && { runOnly: ['color-contrast', 'link-in-text-block'] }),
  }
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(options)})`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ target, html }) => !isListOfField(id, target) && !isTooltip(id, html))
      .map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}

/** It belongs to its field, which stands in a landmark, and is drawn at the end of the page. */
const isListOfField = (id: string, target: readonly unknown[]): boolean =>
  id === 'region' && /(Combobox|Autocomplete|Select)-dropdown/.test(String(target))

/** It describes what the pointer rests on, and is drawn at the end of the page as well. */
const isTooltip = (id: string, html: string): boolean =>
  id === 'region' && /^<div [^>]*role="tooltip"/.test(html)
