import { useEffect, useState } from 'react'
import { Notification } from '@mantine/core'
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import { useIsServerLost } from './serverEvents.ts'
import classes from './ServerStatus.module.css'

const backForMs = 4_000

/** Says at once that the server is gone, and that it is back. */
export const ServerStatus = () => {
  const isLost = useIsServerLost()
  const [wasLost, setWasLost] = useState(false)
  useEffect(() => {
    if (isLost) {
      setWasLost(true)
      return
    }
    const timer = setTimeout(() => setWasLost(false), backForMs)
    return () => clearTimeout(timer)
  }, [isLost])
  return (
    <div role="status" className={classes.place}>
      {isLost && (
        <Notification
          color="orange"
          icon={<IconPlugConnectedX size={18} aria-hidden />}
          title="Connection to the workbench lost"
          withCloseButton={false}
        >
          Reconnecting… Your changes are kept in this tab.
        </Notification>
      )}
      {!isLost && wasLost && (
        <Notification
          color="green"
          icon={<IconPlugConnected size={18} aria-hidden />}
          title="Connected again"
          withCloseButton={false}
        />
      )}
    </div>
  )
}
