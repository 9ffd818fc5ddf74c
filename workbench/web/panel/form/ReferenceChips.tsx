import { memo } from 'react'
import { partsOf } from '../data/chips.ts'
import { usePanelNode } from '../nodeContext.ts'
import classes from './references.module.css'

/** Covers an input that has no focus: references are shown by what people call them. */
export const ReferenceChips = memo(({ text }: { text: string }) => {
  const { sources } = usePanelNode()
  const parts = partsOf(text, sources)
  if (!parts.some(({ chip }) => chip)) return null
  return (
    <span className={classes.cover} aria-hidden>
      {parts.map(({ text, chip }, index) =>
        chip ? (
          <span key={index} className={classes.chip} data-broken={chip.isBroken || undefined}>
            <span className={classes.step}>{chip.step}</span>
            {chip.path && <b className={classes.path}>{chip.path}</b>}
            {chip.fallback && <span className={classes.step}>or {chip.fallback}</span>}
          </span>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </span>
  )
})
