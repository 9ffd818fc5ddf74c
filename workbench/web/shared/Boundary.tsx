import { Component, type ReactNode } from 'react'
import { Box } from '@mantine/core'
import { ErrorNotice } from './ErrorNotice.tsx'
import { problemOf } from './nextStep.ts'

interface Props {
  readonly children: ReactNode
}

interface State {
  /** Boxed, as anything may be thrown. */
  readonly thrown?: { readonly error: unknown } | undefined
}

/** A defect of the page is told in place of what it has hit; nothing that was entered is lost. */
export class Boundary extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(error: unknown): State {
    return { thrown: { error } }
  }

  override render() {
    const { thrown } = this.state
    if (!thrown) return this.props.children
    return (
      <Box p="md">
        <ErrorNotice
          problem={problemOf(thrown.error)}
          onRetry={() => this.setState({ thrown: undefined })}
        />
      </Box>
    )
  }
}
