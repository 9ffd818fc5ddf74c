import { CloseButton, Group, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useShallow } from 'zustand/react/shallow'
import { operationOf, useComponent } from '../shared/component.ts'
import { useWorkflows } from '../shared/queries.ts'
import { selectHasTrigger, selectNodeTypes } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './editor.module.css'

const sentence = new Intl.ListFormat('en', { type: 'conjunction' })

/** The first minute: says what the workflow on the canvas does, and what to press. */
export const Welcome = () => {
  const [isDone, setDone] = useLocalStorage({
    key: 'welcomed',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const types = useEditor(useShallow(selectNodeTypes))
  const hasTrigger = useEditor(selectHasTrigger)
  const { data: manifest } = useComponent()
  const { data: workflows } = useWorkflows()
  // Shown for the first workflow only.
  if (isDone || !manifest || workflows?.length !== 1) return null
  const titles = types.map(type => operationOf(manifest, type)?.title ?? type)
  if (titles.length === 0) return null
  const does = titles.slice(hasTrigger ? 1 : 0)
  const starts = hasTrigger ? `starts with “${titles[0]}”, then ` : ''
  return (
    <Group className={classes.welcome} component="aside" aria-label="Welcome" wrap="nowrap">
      <Text size="sm" flex={1}>
        <b>Welcome.</b> This workflow {starts}runs {sentence.format(does.map(each => `“${each}”`))}.
        Press <b>Run</b> to see it work: the sandbox is your own demo account, so nothing can break.
        Click a step to see its form and output.
      </Text>
      <CloseButton aria-label="Dismiss" onClick={() => setDone(true)} />
    </Group>
  )
}
