import { useState } from 'react'
import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { IconBell, IconBellX } from '@tabler/icons-react'
import { time } from '../shared/format.ts'
import { Notice } from '../shared/Notice.tsx'
import { useAlerts } from '../shared/queries.ts'
import { AlertsForm } from './AlertsForm.tsx'

/** Leads to the recipients of alerts. */
export const AlertsButton = () => {
  const { data: alerts } = useAlerts()
  const [isOpen, setOpen] = useState(false)
  const isSet = alerts !== undefined && (alerts.webhook !== null || alerts.command !== null)
  const Icon = alerts?.failure ? IconBellX : IconBell
  return (
    <>
      <Tooltip label={isSet ? 'Alerts are sent when a run fails' : 'Get an alert when a run fails'}>
        <ActionIcon
          variant={isSet ? 'light' : 'subtle'}
          color={alerts?.failure ? 'red' : isSet ? 'green' : 'gray'}
          size="lg"
          aria-label="Alerts"
          disabled={!alerts}
          onClick={() => setOpen(true)}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {alerts && isOpen && <AlertsForm alerts={alerts} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The user relies on being told, so they have to know when that does not work. */
export const AlertsFailed = () => {
  const { data: alerts } = useAlerts()
  const [isOpen, setOpen] = useState(false)
  if (!alerts?.failure) return null
  const { at, problem } = alerts.failure
  return (
    <Notice kind="error" p="xs" title="The last alert did not arrive">
      <Text size="sm" mb="xs">
        {time(at)}: {problem.message}. {problem.hint}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        Alert settings
      </Button>
      {isOpen && <AlertsForm alerts={alerts} onClose={() => setOpen(false)} />}
    </Notice>
  )
}
