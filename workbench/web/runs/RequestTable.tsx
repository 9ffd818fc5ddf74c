import { Table, Text } from '@mantine/core'
import type { RequestView } from '../../api/index.ts'
import { duration } from '../shared/format.ts'

/** What was asked of Pipedrive, and what it cost. */
export const RequestTable = ({ requests }: { requests: readonly RequestView[] }) =>
  requests.length === 0 ? (
    <Text size="sm" c="dimmed">
      No request was sent.
    </Text>
  ) : (
    <Table.ScrollContainer minWidth={300}>
      <Table fz="xs" verticalSpacing={4} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Request</Table.Th>
            <Table.Th ta="right">Status</Table.Th>
            <Table.Th ta="right">Time</Table.Th>
            <Table.Th ta="right">Tokens</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {requests.map(({ method, path, status, ms, tokens }, index) => (
            <Table.Tr key={index}>
              <Table.Td ff="monospace">
                {method} {path}
              </Table.Td>
              <Table.Td ta="right">{status ?? 'no answer'}</Table.Td>
              <Table.Td ta="right">{duration(ms)}</Table.Td>
              <Table.Td ta="right">{tokens}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
