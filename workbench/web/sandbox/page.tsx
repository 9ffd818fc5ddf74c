import { Group, Stack, Tabs, Text, Title } from '@mantine/core'
import { useLocation, useParams } from 'wouter'
import { PageNotFound } from '../shared/PageNotFound.tsx'
import { useTitle } from '../shared/useTitle.ts'
import { CustomFields } from './customFields/CustomFields.tsx'
import { kinds } from './kinds.ts'
import { Records } from './Records.tsx'
import { StartAfresh } from './StartAfresh.tsx'

const fieldsTab = 'fields'

/** The records of the account inside the workbench: what workflows read and change. */
export const SandboxPage = () => {
  const { kind: asked = 'deals' } = useParams<{ kind?: string }>()
  const [, navigate] = useLocation()
  const kind = kinds.find(known => known.kind === asked)
  const isFields = asked === fieldsTab
  useTitle(isFields ? 'Custom fields' : kind?.label, 'Sandbox')
  if (!kind && !isFields) return <PageNotFound />
  return (
    <Stack p="lg" gap="md" h="var(--app-height)">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={1}>Sandbox</Title>
          <Text size="sm" c="dimmed">
            A demo Pipedrive account inside the workbench. Change anything you like: its webhooks
            fire as Pipedrive’s do.
          </Text>
        </div>
        <StartAfresh />
      </Group>
      <Tabs
        value={asked}
        onChange={value => value && navigate(`/sandbox/${value}`)}
        keepMounted={false}
        flex={1}
        mih={0}
        display="flex"
        style={{ flexDirection: 'column' }}
      >
        <Tabs.List>
          {kinds.map(({ kind, label }) => (
            <Tabs.Tab key={kind} value={kind}>
              {label}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value={fieldsTab}>Custom fields</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={asked} flex={1} mih={0}>
          {kind ? <Records key={kind.kind} kind={kind} /> : <CustomFields />}
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
