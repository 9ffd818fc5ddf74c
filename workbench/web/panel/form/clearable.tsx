import { useEffect, useRef, type ComponentType } from 'react'
import { ClearedField } from './ClearedField.tsx'
import { useClearing } from './clearing.ts'
import { useControl, type FormField } from './useControl.ts'

/** A kind of field, with what stands in its place where the field is to be cleared. */
export const clearable = (Field: ComponentType<FormField>) => {
  const Clearable = (props: FormField) => {
    const control = useControl(props)
    const clearing = useClearing(control)
    const box = useRef<HTMLDivElement>(null)
    const isCleared = clearing?.isCleared === true
    const wasCleared = useRef(isCleared)
    // The button that had the focus is gone.
    useEffect(() => {
      if (wasCleared.current === isCleared) return
      wasCleared.current = isCleared
      if (document.activeElement === document.body) focusFirst(box.current)
    }, [isCleared])
    if (!clearing) return <Field {...props} />
    return (
      <div ref={box}>
        {isCleared ? (
          <ClearedField control={control} onKeep={clearing.keep} />
        ) : (
          <Field {...props} />
        )}
      </div>
    )
  }
  return Clearable
}

const focusFirst = (box: HTMLElement | null) => {
  const first = box?.querySelector('[data-keep], input, textarea') ?? box?.querySelector('button')
  if (first instanceof HTMLElement) first.focus()
}
