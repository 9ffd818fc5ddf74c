import { useState, type SubmitEvent } from 'react'
import {
  Accordion,
  Anchor,
  Button,
  Group,
  Modal,
  PasswordInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import type { NewConnection, OAuthAttempt, Problem, Session } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { call } from '../shared/http.ts'
import { keepTyped } from '../shared/keepTyped.ts'
import { problemOf } from '../shared/nextStep.ts'
import { Copyable } from './Copyable.tsx'

interface Props {
  readonly session: Session
  /** What was given to an attempt that has failed. */
  readonly given: GivenBefore | undefined
  readonly onClose: () => void
  readonly onBegun: (attempt: OAuthAttempt, given: GivenBefore) => void
}

/** Everything but the secret, which has to be entered again. */
export type GivenBefore = Omit<NewConnection, 'clientSecret'>

const developerHub = 'https://developers.pipedrive.com/'

/** Connects an account through an app of the user's own in Pipedrive's Developer Hub. */
export const ConnectForm = ({ session, given: before, onClose, onBegun }: Props) => {
  const [callback, setCallback] = useState(before?.callback ?? session.callback)
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const [isTyped, setTyped] = useState(before !== undefined)

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = fieldsOf(form)
    forgetSecret(form)
    setSending(true)
    try {
      const { clientSecret: _secret, ...kept } = given
      onBegun(await call<OAuthAttempt>('POST', '/api/connections/oauth', given), kept)
    } catch (error) {
      setProblem(problemOf(error))
      setSending(false)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title="Connect a Pipedrive account"
      size="lg"
      {...keepTyped(isTyped)}
    >
      <form onInput={() => setTyped(true)} onSubmit={event => void submit(event)}>
        <Stack gap="md">
          <Text size="sm">
            Create an app in Pipedrive’s{' '}
            <Anchor underline="always" href={developerHub} target="_blank" rel="noopener" size="sm">
              Developer Hub
            </Anchor>{' '}
            with this callback URL and these scopes, then enter its client ID and secret below.
          </Text>
          <Copyable label="Callback URL" value={callback} />
          <Copyable label="Scopes to select" value={session.scopes.join(' ')} />
          <TextInput
            name="name"
            label="Name"
            description="How the workbench shows this connection"
            required
            defaultValue={before?.name ?? ''}
            {...(!before && { 'data-autofocus': true })}
          />
          <TextInput
            name="clientId"
            label="Client ID"
            required
            autoComplete="off"
            defaultValue={before?.clientId ?? ''}
          />
          <PasswordInput
            name="clientSecret"
            label="Client secret"
            description="Stored encrypted and never shown again"
            required
            {...(before && { 'data-autofocus': true })}
            autoComplete="off"
          />
          <Accordion variant="contained" chevronPosition="left">
            <Accordion.Item value="advanced">
              <Accordion.Control fz="sm">Advanced</Accordion.Control>
              <Accordion.Panel>
                <Stack gap="sm">
                  <TextInput
                    name="callback"
                    label="Callback"
                    description="Change this if another program uses the default port"
                    type="url"
                    value={callback}
                    onChange={event => setCallback(event.currentTarget.value)}
                  />
                  <TextInput
                    name="server"
                    defaultValue={before?.server ?? ''}
                    label="Authorization server"
                    description="Leave empty for Pipedrive, or enter the address of a sandbox on this machine"
                    type="url"
                  />
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          </Accordion>
          {problem && (
            <div>
              <ErrorNotice problem={problem} />
              <Text size="sm" mt="xs">
                The client secret was not stored. Enter it again.
              </Text>
            </div>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={sending}>
              Continue in Pipedrive
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

const fieldsOf = (form: HTMLFormElement): NewConnection => {
  const fields = new FormData(form)
  const text = (name: keyof NewConnection) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const [callback, server] = [text('callback'), text('server')]
  return {
    name: text('name'),
    clientId: text('clientId'),
    clientSecret: text('clientSecret'),
    ...(callback && { callback }),
    ...(server && { server }),
  }
}

const forgetSecret = (form: HTMLFormElement) => {
  for (const field of form.querySelectorAll<HTMLInputElement>('[name=clientSecret]'))
    field.value = ''
}
