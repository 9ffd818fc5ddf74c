import { Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { previewOf } from '../data/preview.ts'
import { misfit } from '../data/fit.ts'
import { usePanelNode } from '../nodeContext.ts'
import { clearingWords } from './clearingWords.ts'
import classes from './references.module.css'
import type { Control } from './useControl.ts'

/** What comes out of a text with references, or why it can't be known. */
export const PreviewText = ({ control, text }: { control: Control; text: string }) => {
  const { sources, later, operation } = usePanelNode()
  const { problems, value, tested } = previewOf(text, sources, later)
  if (problems.length > 0)
    return (
      <div className={classes.preview}>
        <Warning>{problems.join('. ')}</Warning>
      </div>
    )
  const warning = misfit(control, text, value, sources)
  return (
    <div className={classes.preview}>
      <Text size="xs" c="dimmed" mt={4} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        → {typeof value === 'string' ? value : JSON.stringify(value)}
        {value === null &&
          control.property.nullable &&
          `, ${clearingWords(operation).effect(control.label)}`}
        {!tested && ' (sample value)'}
      </Text>
      {warning !== undefined && <Warning>{warning}</Warning>}
    </div>
  )
}

const Warning = ({ children }: { children: string }) => (
  <Group gap={6} mt={4} wrap="nowrap" align="flex-start" c="var(--app-warning)">
    <IconAlertTriangle size={14} style={{ flex: 'none', marginTop: 2 }} aria-hidden />
    <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Text>
  </Group>
)
