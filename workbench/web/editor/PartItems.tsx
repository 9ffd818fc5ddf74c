import { Menu } from '@mantine/core'
import {
  IconEye,
  IconEyeOff,
  IconPin,
  IconPinnedOff,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
} from '@tabler/icons-react'
import { editPin } from '../panel/output/pinEditor.ts'
import { isPinned, setDisabled, unpin } from '../workflow/pins.ts'
import { useNode } from '../workflow/selectors.ts'
import { useRunEvent, useStartRun } from './useStartRun.ts'

/** What a run by hand does with a node. */
export const PartItems = ({ name, isTask }: { name: string; isTask: boolean }) => {
  const node = useNode(name)
  const event = useRunEvent()
  const run = useStartRun()
  const isDisabled = node?.disabled === true
  return (
    <>
      {isTask && (
        <>
          <Menu.Item
            leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
            disabled={isDisabled}
            onClick={() => run(event, { until: name })}
          >
            Run to here
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPlayerSkipForward size={16} aria-hidden />}
            disabled={isDisabled}
            onClick={() => run(event, { from: name })}
          >
            Run from here
          </Menu.Item>
        </>
      )}
      {isPinned(node) ? (
        <Menu.Item
          leftSection={<IconPinnedOff size={16} aria-hidden />}
          onClick={() => unpin(name)}
        >
          Unpin output
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconPin size={16} aria-hidden />} onClick={() => editPin(name)}>
          Pin output…
        </Menu.Item>
      )}
      {isTask && (
        <Menu.Item
          leftSection={
            isDisabled ? <IconEye size={16} aria-hidden /> : <IconEyeOff size={16} aria-hidden />
          }
          rightSection="D"
          onClick={() => setDisabled(name, !isDisabled)}
        >
          {isDisabled ? 'Enable' : 'Disable'}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  )
}
