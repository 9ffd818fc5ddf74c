import { ComponentError, type Component } from '../../../definitions/index.ts'
import { problemOf } from '../errors.ts'

export const webhookLost = ({ title }: Component) =>
  new ComponentError(`Its webhook was deleted in ${title}, and has been created again`, {
    recovery: 'check',
    hint: `Events in between were not received. Check in ${title} what has changed since the last run.`,
  })

export const notDeleted = (cause: unknown) =>
  new ComponentError(
    `Turned off, but its webhook could not be deleted: ${problemOf(cause).message}`,
    {
      cause,
      recovery: 'retry',
      hint: 'It is deleted automatically after three days of failed deliveries.',
    },
  )
