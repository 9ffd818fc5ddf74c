import { useState } from 'react'
import { Button, Code, Group, Modal, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { WorkflowView } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { call } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { useConnections } from '../shared/queries.ts'
import { saveNow } from './saving.ts'
import { useEditor } from './store.ts'

const turn = async (to: 'on' | 'off', publicUrl?: string) => {
  if (!(await saveNow())) return
  const { workflow, saved, accept } = useEditor.getState()
  if (!workflow || !saved) return
  const address = publicUrl ? { publicUrl } : {}
  accept(await call<WorkflowView>('POST', `/api/workflows/${workflow.id}/${to}`, address), saved)
}

/** On: the trigger's events run the workflow, until it is turned off. */
export const OnSwitch = () => {
  const on = useEditor(({ workflow }) => workflow?.on ?? false)
  const webhookUrl = useEditor(({ workflow }) => workflow?.webhookUrl)
  const connectionId = useEditor(({ workflow }) => workflow?.connectionId)
  const { data: connections } = useConnections()
  const isSandbox = connections?.find(({ id }) => id === connectionId)?.sandbox ?? false
  const [asks, setAsks] = useState(false)
  const [publicUrl, setPublicUrl] = useState('')
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ to, at }: { to: 'on' | 'off'; at?: string }) => turn(to, at),
    onSuccess: () => setAsks(false),
    onError: () => setAsks(true),
  })
  const close = () => {
    setAsks(false)
    reset()
  }
  return (
    <>
      <Switch
        w={72}
        label={on ? 'On' : 'Off'}
        aria-label="Workflow is on"
        title={on && webhookUrl ? `Events arrive at ${webhookUrl}` : 'Run it at each event'}
        checked={on}
        disabled={isPending}
        onChange={() => {
          if (on) mutate({ to: 'off' })
          else if (isSandbox) mutate({ to: 'on' })
          else setAsks(true)
        }}
      />
      <Modal opened={asks} onClose={close} title={on ? 'Turn off' : 'Turn on'}>
        <Stack>
          {error && <ErrorNotice problem={problemOf(error)} />}
          {!on && !isSandbox && (
            <>
              <Text size="sm">
                Pipedrive has to reach this machine to report events. Give the https address of a
                tunnel or proxy that leads to <Code>{location.origin}</Code>.
              </Text>
              <TextInput
                data-autofocus
                label="Public address"
                placeholder="https://example.com"
                value={publicUrl}
                onChange={event => setPublicUrl(event.currentTarget.value)}
              />
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Close
            </Button>
            <Button
              loading={isPending}
              onClick={() => mutate({ to: on ? 'off' : 'on', at: publicUrl })}
            >
              {on ? 'Turn off' : 'Turn on'}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
