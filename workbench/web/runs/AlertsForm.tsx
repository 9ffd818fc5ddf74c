import { useState, type SubmitEvent } from 'react'
import { Button, Code, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import type { AlertsView } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { keepTyped } from '../shared/keepTyped.ts'
import { problemOf } from '../shared/nextStep.ts'
import { AlertTestResult } from './AlertTestResult.tsx'
import { useSaveAlerts, useTestAlerts } from './alerts.ts'

interface Props {
  readonly alerts: AlertsView
  readonly onClose: () => void
}

const intervals = [
  { value: '5', label: '5 minutes' },
  { value: '15', label: '15 minutes' },
  { value: '60', label: 'hour' },
  { value: '1440', label: 'day' },
]

/** Recipients and frequency of alerts about failures of active workflows. */
export const AlertsForm = ({ alerts, onClose }: Props) => {
  const { webhook, command } = alerts
  const [url, setUrl] = useState('')
  const [minutes, setMinutes] = useState(String(alerts.minutes))
  const save = useSaveAlerts()
  const test = useTestAlerts()
  const isChanged = url.trim() !== '' || minutes !== String(alerts.minutes)
  const hasChannel = webhook !== null || command !== null || url.trim() !== ''
  const error = save.error && problemOf(save.error)
  const isUrlWrong = error?.path === 'webhookUrl'

  const change = (webhookUrl: string | undefined) =>
    save.mutateAsync({
      minutes: Number(minutes),
      ...(webhookUrl !== undefined && { webhookUrl }),
    })
  const saveForm = async () => {
    await change(url.trim() || undefined)
    setUrl('')
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    test.reset()
    void saveForm().then(onClose, () => {})
  }
  const sendTest = async () => {
    if (isChanged) await saveForm()
    await test.mutateAsync()
  }
  return (
    <Modal opened onClose={onClose} title="Alerts" size="lg" {...keepTyped(isChanged)}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">
            You are told when a run of a workflow that is on fails or needs a look, and when its
            webhook is lost.
          </Text>
          <TextInput
            label="Webhook URL"
            description="Receives each alert as JSON. Chat services show its “text”. The URL is stored encrypted and not shown again."
            placeholder={
              webhook === null ? 'https://…' : `${webhook}/… (enter another to replace it)`
            }
            type="url"
            autoComplete="off"
            data-autofocus
            value={url}
            onChange={event => setUrl(event.currentTarget.value)}
            error={
              isUrlWrong && `${error.message}${error.hint === undefined ? '' : `. ${error.hint}`}`
            }
            rightSectionWidth={84}
            rightSection={
              webhook !== null && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label="Remove the webhook URL"
                  onClick={() => void change('').catch(() => {})}
                >
                  Remove
                </Button>
              )
            }
          />
          <div>
            <Text size="sm" fw={600}>
              Command
            </Text>
            {command === null ? (
              <Text size="sm" c="dimmed">
                To send an e-mail, start the workbench with <Code>--alert-command</Code> and a
                command that takes the text as its input.
              </Text>
            ) : (
              <Code block>{command}</Code>
            )}
          </div>
          <Select
            label="At most one alert per workflow every"
            description="The next one says how many runs failed meanwhile."
            data={intervals}
            value={minutes}
            allowDeselect={false}
            onChange={value => value !== null && setMinutes(value)}
            w={280}
          />
          {error && !isUrlWrong && <ErrorNotice problem={error} />}
          <AlertTestResult test={test} />
          <Group justify="space-between">
            <Button
              variant="default"
              disabled={!hasChannel}
              loading={test.isPending}
              onClick={() => void sendTest().catch(() => {})}
            >
              Send a test
            </Button>
            <Button type="submit" disabled={!isChanged} loading={save.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
