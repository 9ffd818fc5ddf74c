import { Group, Modal, Stack, Text, Title } from '@mantine/core'
import { TokenHelp } from '../../shared/budget/TokenHelp.tsx'
import { ErrorNotice } from '../../shared/ErrorNotice.tsx'
import { Loading } from '../../shared/Loading.tsx'
import { problemOf } from '../../shared/nextStep.ts'
import { editStep } from '../../workflow/editStep.ts'
import { selectWorkflowId } from '../../workflow/selectors.ts'
import { nodeIn, useEditor } from '../../workflow/store.ts'
import { useUiState } from '../uiState.ts'
import { ForecastAdvice } from './ForecastAdvice.tsx'
import { ForecastSteps } from './ForecastSteps.tsx'
import { ForecastTotal } from './ForecastTotal.tsx'
import { useForecast, useForecastConnection } from './useForecast.ts'

const close = () => useUiState.setState({ isForecastOpen: false })

const labelOf = (name: string) => nodeIn(useEditor.getState(), name)?.label || name

const open = (step: string) => {
  close()
  editStep(step)
}

/** What the workflow takes of the account's daily budget, before it is turned on. */
export const Forecast = () => {
  const isOpen = useUiState(ui => ui.isForecastOpen)
  const workflowId = useEditor(selectWorkflowId)
  return (
    <Modal
      opened={isOpen && workflowId !== undefined}
      onClose={close}
      size="lg"
      title="Token budget of this workflow"
    >
      {workflowId !== undefined && <Content workflowId={workflowId} />}
    </Modal>
  )
}

const Content = ({ workflowId }: { workflowId: string }) => {
  const { data: forecast, error, refetch } = useForecast(workflowId)
  const connection = useForecastConnection()
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!forecast) return <Loading rows={3} />
  return (
    <Stack gap="md">
      <Group gap={4}>
        <Text size="sm">
          Each event costs about <b>{forecast.tokensPerEvent.toLocaleString()} tokens</b> of the
          account’s daily budget.
        </Text>
        <TokenHelp />
      </Group>
      <ForecastTotal {...{ workflowId, forecast, connection }} />
      <ForecastSteps forecast={forecast} labelOf={labelOf} />
      {forecast.advice.length > 0 && (
        <Stack gap="xs">
          <Title order={3} size="h5">
            What would make it cheaper
          </Title>
          <ForecastAdvice advice={forecast.advice} labelOf={labelOf} onOpen={open} />
        </Stack>
      )}
    </Stack>
  )
}
