import type { ReactNode } from 'react'
import { Table } from '@mantine/core'
import type { RequestView } from '../../api/index.ts'
import { duration } from '../shared/format.ts'

/** What was asked of Pipedrive, and what it cost; `children` stand below the rows. */
export const RequestTable = ({
  requests,
  children,
}: {
  requests: readonly RequestView[]
  children?: ReactNode
}) => (
  <Table fz="xs" verticalSpacing={4} horizontalSpacing={6}>
    <Table.Thead>
      <Table.Tr>
        <Table.Th>Request</Table.Th>
        <Table.Th ta="right">Status</Table.Th>
        <Table.Th ta="right">Time</Table.Th>
        <Table.Th ta="right">Tokens</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {requests.map(({ method, path, status, ms, tokenCost }, index) => (
        <Table.Tr key={index}>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>
            <b>{method}</b> {path}
          </Table.Td>
          <Table.Td
            ta="right"
            {...((status === null || status >= 400) && { c: 'var(--mantine-color-error)' })}
          >
            {status ?? 'No response'}
          </Table.Td>
          <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
            {duration(ms)}
          </Table.Td>
          <Table.Td ta="right">{tokenCost}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
    {children}
  </Table>
)
