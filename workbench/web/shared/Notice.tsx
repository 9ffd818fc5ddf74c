import type { ReactNode } from 'react'
import { Alert, type AlertProps } from '@mantine/core'
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react'

const looks = {
  error: { color: 'red', role: 'alert', Icon: IconAlertCircle },
  warning: { color: 'orange', role: 'status', Icon: IconAlertTriangle },
  info: { color: 'blue', role: 'status', Icon: IconInfoCircle },
  success: { color: 'green', role: 'status', Icon: IconCircleCheck },
  /** What the user has wanted, such as the end of a run. */
  neutral: { color: 'gray', role: 'status', Icon: IconInfoCircle },
} as const

export type NoticeKind = keyof typeof looks

interface Props extends Pick<AlertProps, 'title' | 'p' | 'py' | 'mb' | 'flex' | 'icon'> {
  readonly kind: NoticeKind
  /** Overrides what follows from the kind: an alert is read out at once. */
  readonly role?: 'alert' | 'status' | 'note'
  /** Shows a button that takes the notice away. */
  readonly onClose?: () => void
  readonly children?: ReactNode
}

/** What the page has to say, with the colour, icon and role of its kind. */
export const Notice = ({ kind, role, onClose, ...rest }: Props) => {
  const { color, Icon, role: usual } = looks[kind]
  return (
    <Alert
      color={color}
      role={role ?? usual}
      icon={<Icon aria-hidden />}
      {...(onClose && { withCloseButton: true, closeButtonLabel: 'Dismiss', onClose })}
      {...rest}
    />
  )
}
