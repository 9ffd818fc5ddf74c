import type { ReactNode } from 'react'
import { Box, Stack, Text } from '@mantine/core'
import { Help } from '../Help.tsx'
import classes from './fields.module.css'
import type { Control } from './useControl.ts'

interface Props {
  readonly control: Control
  /** Beside the heading. */
  readonly switches?: ReactNode
  readonly children: ReactNode
}

/** Fields that belong together, under a heading. A row of a list has none. */
export const Section = ({ control, switches, children }: Props) => {
  const { id, label, isRow, required, property, errors } = control
  return (
    <Box
      className={classes.field}
      role="group"
      {...(!isRow && { 'aria-labelledby': `${id}-label` })}
    >
      {!isRow && switches}
      {!isRow && (
        <Text
          id={`${id}-label`}
          className={classes.heading ?? ''}
          size="sm"
          fw={600}
          mb={property.description ? 0 : 6}
        >
          {label}
          {required && (
            <Text component="span" inherit c="var(--mantine-color-error)" aria-hidden>
              {' *'}
            </Text>
          )}
        </Text>
      )}
      {property.description && (
        <Text size="xs" c="dimmed" mb={6}>
          <Help>{property.description}</Help>
        </Text>
      )}
      {children}
      {errors.length > 0 && (
        <Stack gap={2} mt={4}>
          {errors.map(error => (
            <Text key={error} size="xs" c="var(--mantine-color-error)">
              {error}
            </Text>
          ))}
        </Stack>
      )}
    </Box>
  )
}
