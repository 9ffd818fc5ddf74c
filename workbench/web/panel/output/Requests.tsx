import { Table, Text } from '@mantine/core'
import type { StepView } from '../../../api/index.ts'
import { count, duration } from '../../shared/format.ts'
import classes from './output.module.css'

/** What a test has asked Pipedrive, and what that cost. */
export const Requests = ({ step: { requests, tokens, ms } }: { step: StepView }) => (
  <details className={classes.requests}>
    <summary>
      <Text span size="sm">
        {count(requests.length, 'request')} · {count(tokens, 'token')} · {duration(ms)}
      </Text>
    </summary>
    <Table fz="xs" verticalSpacing={4} horizontalSpacing={6} mt={6}>
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
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <b>{method}</b> {path}
            </Table.Td>
            <Table.Td
              ta="right"
              {...((status === null || status >= 400) && { c: 'var(--mantine-color-error)' })}
            >
              {status ?? 'no answer'}
            </Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
              {duration(ms)}
            </Table.Td>
            <Table.Td ta="right">{tokens}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>Together</Table.Th>
          <Table.Th />
          <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
            {duration(requests.reduce((sum, request) => sum + request.ms, 0))}
          </Table.Th>
          <Table.Th ta="right">{tokens}</Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  </details>
)
