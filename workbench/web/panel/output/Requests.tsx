import { Box, Table, Text } from '@mantine/core'
import type { StepView } from '../../../api/index.ts'
import { RequestTable } from '../../output/RequestTable.tsx'
import { count, duration } from '../../shared/format.ts'
import classes from './output.module.css'

/** What a test has asked Pipedrive, and what that cost. */
export const Requests = ({ step: { requests, tokenCost, ms } }: { step: StepView }) => (
  <details className={classes.requests}>
    <summary>
      <Text span size="sm">
        {count(requests.length, 'request')} · {count(tokenCost, 'token')} · {duration(ms)}
      </Text>
    </summary>
    <Box mt={6}>
      <RequestTable requests={requests}>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>Total</Table.Th>
            <Table.Th />
            <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
              {duration(requests.reduce((sum, request) => sum + request.ms, 0))}
            </Table.Th>
            <Table.Th ta="right">{tokenCost}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </RequestTable>
    </Box>
  </details>
)
