import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Confirm } from '../shared/Confirm.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { call } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'

/** Brings back the records of the first start; all tables hear of it as of any change. */
export const StartAfresh = () => {
  const [isAsking, setAsking] = useState(false)
  const reset = useMutation({ mutationFn: () => call<void>('POST', '/api/sandbox/reset') })
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRestore size={14} aria-hidden />}
        loading={reset.isPending}
        onClick={() => setAsking(true)}
      >
        Start afresh
      </Button>
      {reset.error && <ErrorNotice problem={problemOf(reset.error)} />}
      <Confirm
        opened={isAsking}
        danger
        title="Start the sandbox afresh?"
        action="Start afresh"
        onConfirm={() => reset.mutate()}
        onClose={() => setAsking(false)}
      >
        All records become what they were at first, and what you have added or changed is lost.
        Connections, workflows and their runs stay. This can’t be undone.
      </Confirm>
    </>
  )
}
