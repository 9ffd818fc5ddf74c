import { useMemo } from 'react'
import { Stack, Text } from '@mantine/core'
import type { NodeJson } from '../../../api/index.ts'
import { Result } from '../../output/Result.tsx'
import { useRecordLinks } from '../../output/recordLinks.ts'
import { sourceOf } from '../../output/sources.ts'
import { Notice } from '../../shared/Notice.tsx'
import { PublicUrl } from '../../shared/PublicUrl.tsx'
import { errorOf, useTest } from '../../workflow/nodeTests.ts'
import { selectSamples } from '../../workflow/selectors.ts'
import { useEditor } from '../../workflow/store.ts'
import { usePanelNode, usePanelNodeJson } from '../nodeContext.ts'
import { Listening } from './Listening.tsx'
import { PinBar } from './PinBar.tsx'
import { Requests } from './Requests.tsx'
import { Running } from './Running.tsx'
import { SampleOutput } from './SampleOutput.tsx'
import { SchemaCheck } from './SchemaCheck.tsx'
import { TestFailure } from './TestFailure.tsx'
import { TestInput } from './TestInput.tsx'

interface Props {
  readonly onTest: () => void
  /** Tests with another input than the form's. */
  readonly onTestWith: (input: NodeJson['parameters']) => void
  /** Leads to the fields that a test was refused for. */
  readonly onShowFields: () => void
}

/** What a test of the node has put out, or else what it would. */
export const OutputTab = ({ onTest, onTestWith, onShowFields }: Props) => {
  const panel = usePanelNode()
  const { operation, isTrigger, connection } = panel
  const { name, label, metadata } = usePanelNodeJson()
  const samples = useEditor(selectSamples)
  const test = useTest(panel)
  const step = test?.progress?.step
  const source = useMemo(
    () => sourceOf({ name, label, ...(metadata && { metadata }) }, operation, samples ?? {}),
    [name, label, metadata, operation, samples],
  )
  const links = useRecordLinks(operation.name, source.origin === 'test' ? connection : undefined)
  if (test?.abort)
    return test.progress?.webhookUrl === undefined ? (
      <Running test={test} />
    ) : (
      <Listening webhookUrl={test.progress.webhookUrl} />
    )
  const error = errorOf(test)
  return (
    <Stack gap="md">
      {isTrigger && connection && !connection.sandbox && <PublicUrl />}
      {step?.state === 'parked' && <OutcomeUnknown />}
      {error && <TestFailure test={test} onTest={onTest} onShowFields={onShowFields} />}
      {step && <TestInput step={step} onTestWith={onTestWith} />}
      {step && step.requests.length > 0 && <Requests step={step} />}
      {step?.state === 'done' && <SchemaCheck warnings={step.warnings ?? []} />}
      <PinBar source={source} />
      {source.tested ? (
        <Result
          source={source}
          links={links}
          cut={error ? undefined : test?.progress?.cut}
          isOld={source.origin === 'test' && (!step || !!error)}
        />
      ) : (
        <SampleOutput source={source} hasFailed={error !== undefined} />
      )}
    </Stack>
  )
}

const OutcomeUnknown = () => (
  <Notice kind="warning" role="alert" title="Outcome unknown">
    <Text size="sm">
      The request was sent, but no response arrived. The record may exist: check the account before
      you test again, or you may create a duplicate.
    </Text>
  </Notice>
)
