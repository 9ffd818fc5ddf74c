import { useMemo } from 'react'
import { Combobox, ScrollArea } from '@mantine/core'
import { shortText, valueTreeOf } from '../../output/values.ts'
import { allCompletions, completionsOf, type Completion } from '../data/completion.ts'
import { usePanelNode } from '../nodeContext.ts'
import classes from './references.module.css'

const none: readonly Completion[] = []

/** What a reference that is being typed may become; nothing while none is. */
export const useCompletions = (query: string | undefined): readonly Completion[] => {
  const { sources } = usePanelNode()
  const isTyping = query !== undefined
  const all = useMemo(() => {
    if (!isTyping) return none
    return allCompletions(
      sources.map(source => ({ label: source.label || source.name, tree: valueTreeOf(source) })),
    )
  }, [sources, isTyping])
  return useMemo(() => (query === undefined ? none : completionsOf(all, query)), [all, query])
}

/** Each path with its type and what it was last, or would be. */
export const CompletionOptions = ({ found }: { found: readonly Completion[] }) => (
  <Combobox.Options aria-label="Values of earlier steps">
    <ScrollArea.Autosize mah={260} type="scroll">
      {found.map(({ path, step, node }) => (
        <Combobox.Option key={path} value={path} title={`${step}: ${path}`}>
          <span className={classes.option}>
            <bdi className={classes.optionPath}>{path}</bdi>
            <span className={classes.optionType}>{kindOf(node.type)}</span>
            <span className={classes.optionValue}>
              {node.value === undefined ? '' : shortText(node.value)}
            </span>
          </span>
        </Combobox.Option>
      ))}
    </ScrollArea.Autosize>
  </Combobox.Options>
)

const kindOf = (type: string | undefined) => type?.toLowerCase().replace('_', ' ')
