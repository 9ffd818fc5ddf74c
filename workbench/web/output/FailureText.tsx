import { Code, Stack, Text } from '@mantine/core'
import type { Cause, Failure } from './explainFailure.ts'

/** Which step has failed, which of its fields, and what was in it. */
export const FailureText = ({ failure: { label, causes, step } }: { failure: Failure }) => (
  <Stack gap={2}>
    {causes.length === 0 && (
      <Text size="sm">
        <b>{label}</b>: {step.error?.message}
      </Text>
    )}
    {causes.map(cause => (
      <Text key={cause.path + cause.problem} size="sm" style={{ overflowWrap: 'anywhere' }}>
        <b>{label}</b> → <b>{cause.label}</b> {cause.problem}
        <Origin cause={cause} />
      </Text>
    ))}
  </Stack>
)

const Origin = ({ cause: { references } }: { cause: Cause }) =>
  references.map(({ text, was, from }, index) => (
    <span key={text}>
      {index === 0 ? ': ' : ', '}
      <Code>{text}</Code> was <b>{was}</b> in “{from}”
    </span>
  ))
