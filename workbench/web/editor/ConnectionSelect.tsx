import { Select, Tooltip } from '@mantine/core'
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { useConnections } from '../shared/queries.ts'
import { selectConnectionId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './editor.module.css'

const another = 'another'

/** The account that the whole workflow uses. */
export const ConnectionSelect = () => {
  const [, navigate] = useLocation()
  const { data: connections = [] } = useConnections()
  const connectionId = useEditor(selectConnectionId)
  const chosen = connections.find(({ id }) => id === connectionId)
  const isReady = chosen?.state === 'ready'
  const Icon = isReady ? IconPlugConnected : IconPlugConnectedX
  const hint = chosen
    ? `${chosen.account}${isReady ? '' : ': needs reconnecting'}`
    : 'Choose the account this workflow uses'
  return (
    <Tooltip label={hint}>
      <Select
        className={classes.connection ?? ''}
        aria-label="Connection of the workflow"
        placeholder="Choose a connection"
        error={connections.length > 0 && !isReady}
        leftSection={<Icon size={16} aria-hidden />}
        comboboxProps={{ width: 240, position: 'bottom-end' }}
        allowDeselect={false}
        data={[
          ...connections.map(({ id, name, state }) => ({
            value: id,
            label: state === 'ready' ? name : `${name} (needs reconnecting)`,
          })),
          { value: another, label: 'Connect an account…' },
        ]}
        value={connectionId}
        onChange={value => {
          if (value === another) navigate('/connections')
          else useEditor.getState().setConnection(value)
        }}
      />
    </Tooltip>
  )
}
