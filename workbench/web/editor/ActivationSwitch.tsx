import { Button, Code, Group, Modal, Stack, Switch, Text } from '@mantine/core'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { PublicUrl } from '../shared/PublicUrl.tsx'
import { useSession } from '../shared/queries.ts'
import { selectPinnedLabels } from '../workflow/pins.ts'
import { editStep } from '../workflow/editStep.ts'
import { selectIsOn, selectWebhookUrl, selectWorkflowId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { closeDialog, useSetActive, useActivation } from './activation.ts'
import { ForecastTotal } from './forecast/ForecastTotal.tsx'
import { useForecast, useForecastConnection } from './forecast/useForecast.ts'
import classes from './editor.module.css'

const open = (node: string) => {
  closeDialog()
  editStep(node)
}

/** On: the trigger's events run the workflow, until it is turned off. */
export const ActivationSwitch = () => {
  const on = useEditor(selectIsOn)
  const webhookUrl = useEditor(selectWebhookUrl)
  const isPending = useActivation(activation => activation.isPending)
  const { toggle } = useSetActive()
  return (
    <>
      <Switch
        className={classes.switch ?? ''}
        classNames={{ labelWrapper: classes.switchLabel ?? '' }}
        label={on ? 'On' : 'Off'}
        aria-label="Workflow is on"
        title={on && webhookUrl ? `Receives events at ${webhookUrl}` : 'Run on every event'}
        checked={on}
        disabled={isPending}
        onChange={() => toggle(on)}
      />
      <Dialog />
    </>
  )
}

const Dialog = () => {
  const { dialog, isPending, problem } = useActivation()
  const { isReal, to } = useSetActive()
  const pinned = useEditor(selectPinnedLabels)
  const workflowId = useEditor(selectWorkflowId)
  const action = dialog === 'off' ? 'Turn off' : 'Turn on'
  return (
    <Modal opened={dialog !== undefined} onClose={closeDialog} title={action}>
      <Stack>
        {problem && <ErrorNotice problem={problem} onOpen={open} />}
        {dialog === 'on' && isReal && <Address />}
        {dialog === 'on' && pinned !== '' && (
          <Text size="sm">
            Pinned outputs don’t apply to events: <b>{pinned}</b> will be run for real.
          </Text>
        )}
        {dialog === 'on' && isReal && workflowId !== undefined && (
          <Budget workflowId={workflowId} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={closeDialog}>
            Close
          </Button>
          <Button loading={isPending} onClick={() => dialog && to(dialog)}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const Address = () => {
  const { data } = useSession()
  return (
    <>
      <PublicUrl />
      {data && (
        <Text size="sm" c="dimmed">
          Point the tunnel at <Code>{data.inbox}</Code>, which accepts events only.
        </Text>
      )}
    </>
  )
}

/** What it would take of the account's daily budget, as long as that can be read. */
const Budget = ({ workflowId }: { workflowId: string }) => {
  const { data: forecast } = useForecast(workflowId)
  const connection = useForecastConnection()
  return forecast ? (
    <ForecastTotal {...{ workflowId, forecast, connection }} />
  ) : (
    <Loading rows={1} />
  )
}
