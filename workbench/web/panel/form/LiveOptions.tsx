import type { UIEvent } from 'react'
import { Box, Button, Combobox, Group, Loader, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { nextStep, problemOf } from '../../shared/nextStep.ts'
import type { Option, useOptions } from './options.ts'

interface Props {
  readonly isConnected: boolean
  readonly list: ReturnType<typeof useOptions>
  readonly options: readonly Option[]
  readonly value: string | number | undefined
  /** They are those that fit what was typed. */
  readonly isSearched: boolean
  /** An id that was typed by hand. */
  readonly custom: string | undefined
}

/** The value of the entry that loads the next page. */
export const loadMoreValue = 'load more'

/** How far from its end a list asks for more, in pixels. */
const loadMoreWithinPx = 80

export const LiveOptions = ({ isConnected, list, options, value, isSearched, custom }: Props) => {
  const { hasNextPage, isFetching, isFetchingNextPage, loadMore, error } = list
  const scrolled = ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent) => {
    const left = scrollHeight - scrollTop - clientHeight
    if (left < loadMoreWithinPx && hasNextPage) loadMore()
  }
  return (
    <>
      <Combobox.Options mah={240} style={{ overflowY: 'auto' }} onScroll={scrolled}>
        {isConnected &&
          options.map(option => (
            <Combobox.Option
              key={option.value}
              value={String(option.value)}
              active={option.value === value}
            >
              <Group gap="xs" wrap="nowrap">
                <Text size="sm" style={{ flex: 1 }}>
                  {option.label}
                </Text>
                {option.value === value && <IconCheck size={14} aria-hidden />}
              </Group>
            </Combobox.Option>
          ))}
        {hasNextPage && !error && (
          <Combobox.Option value={loadMoreValue} disabled={isFetchingNextPage}>
            <Text size="sm" c="dimmed">
              {isFetchingNextPage ? 'Loading more…' : 'Load more'}
            </Text>
          </Combobox.Option>
        )}
        {custom !== undefined && (
          <Combobox.Option value={custom}>
            <Text size="sm">
              Use ID <b>{custom}</b>
            </Text>
          </Combobox.Option>
        )}
      </Combobox.Options>
      <Notice
        isConnected={isConnected}
        list={list}
        isEmpty={options.length === 0 && custom === undefined && !isFetching && !error}
        isSearched={isSearched}
      />
      {isFetching && !isFetchingNextPage && (
        <Group gap="xs" p="xs" role="status">
          <Loader size={14} aria-hidden />
          <Text size="sm" c="dimmed">
            Loading…
          </Text>
        </Group>
      )}
    </>
  )
}

interface NoticeProps {
  readonly isConnected: boolean
  readonly list: Props['list']
  readonly isEmpty: boolean
  readonly isSearched: boolean
}

/** Why there is nothing to choose from. */
const Notice = ({ isConnected, list: { error, refetch }, isEmpty, isSearched }: NoticeProps) => {
  if (!isConnected)
    return <Combobox.Empty>Choose a connection first, on the Connection tab</Combobox.Empty>
  if (isEmpty)
    return <Combobox.Empty>{isSearched ? 'No matches' : 'None in this account'}</Combobox.Empty>
  if (!error) return null
  const problem = problemOf(error)
  return (
    <Box p="xs" role="alert">
      <Text size="sm" c="var(--mantine-color-error)">
        {problem.message}
      </Text>
      <Text size="xs" c="dimmed">
        {nextStep(problem)}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        mt={6}
        // The list closes when its input loses the focus.
        onMouseDown={event => event.preventDefault()}
        onClick={() => void refetch()}
      >
        Try again
      </Button>
    </Box>
  )
}
