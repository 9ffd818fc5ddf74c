import type { ComponentType } from 'react'
import { Box } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Problem } from '../../api/index.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { Loading } from './Loading.tsx'

const notLoaded: Problem = {
  name: 'NoResponseError',
  message: 'This part of the page could not be loaded',
  recovery: 'retry',
  hint: 'Check that the workbench is still running. What you have entered is kept.',
}

/**
 * A part of the page that is loaded when it is first wanted. Where it can't be, its place says so,
 * and the rest of the page stays as it is.
 */
export const part = <Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  const query = queryOptions({
    queryKey: ['part', name],
    queryFn: async () => ({ Loaded: await load() }),
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const Part = (props: Props) => {
    const { data, error, refetch } = useQuery(query)
    if (data) return <data.Loaded {...props} />
    if (!error) return <Loading />
    return (
      <Box p="md">
        <ErrorNotice problem={notLoaded} onRetry={() => void refetch()} />
      </Box>
    )
  }
  return Part
}
