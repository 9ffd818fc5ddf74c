import { Table } from '@mantine/core'
import type { AttemptView } from '../../api/index.ts'
import { duration, time } from '../shared/format.ts'
import { RunBadge } from '../shared/RunBadge.tsx'

/** How each attempt at a run has ended. */
export const AttemptTable = ({ attempts }: { attempts: readonly AttemptView[] }) => (
  <Table.ScrollContainer minWidth={420}>
    <Table fz="xs" verticalSpacing={4} aria-label="Attempts">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Attempt</Table.Th>
          <Table.Th>Started</Table.Th>
          <Table.Th ta="right">Time</Table.Th>
          <Table.Th ta="right">Version</Table.Th>
          <Table.Th>Result</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {attempts.map(({ number, startedAt, endedAt, version, state, error }) => (
          <Table.Tr key={number}>
            <Table.Td>{number}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{time(startedAt)}</Table.Td>
            <Table.Td ta="right">{duration(endedAt - startedAt)}</Table.Td>
            <Table.Td ta="right">{version ?? '–'}</Table.Td>
            <Table.Td>
              <RunBadge state={state} /> {error?.message}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)
