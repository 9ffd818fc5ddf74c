import { Anchor, Badge, Group, Paper, ScrollArea, Table, Text } from '@mantine/core'
import type { CustomFieldView } from '../../../api/index.ts'
import classes from '../RowTable.module.css'
import { typeLabel } from './fieldTypes.ts'

interface Props {
  readonly label: string
  readonly fields: readonly CustomFieldView[]
  readonly onEdit: (field: CustomFieldView) => void
}

const maxOptions = 6

export const FieldTable = ({ label, fields, onEdit }: Props) => (
  <Paper withBorder mih={0} style={{ overflow: 'hidden' }}>
    <ScrollArea
      h="100%"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': `Custom fields of ${label}` }}
    >
      <Table stickyHeader highlightOnHover verticalSpacing={8} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Type</Table.Th>
            <Table.Th>Options</Table.Th>
            <Table.Th>Key</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(field => (
            <Table.Tr key={field.id}>
              <Table.Td>
                <Anchor component="button" size="sm" onClick={() => onEdit(field)}>
                  {field.name}
                </Anchor>
              </Table.Td>
              <Table.Td>{typeLabel(field.type)}</Table.Td>
              <Table.Td miw={180} maw={420}>
                <Options options={field.options ?? []} />
              </Table.Td>
              <Table.Td title={field.key}>
                <Text component="code" size="xs" ff="monospace" c="dimmed">
                  {field.key.slice(0, 12)}…
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  </Paper>
)

const Options = ({ options }: { options: NonNullable<CustomFieldView['options']> }) => (
  <Group gap={4}>
    {options.slice(0, maxOptions).map(({ id, label }) => (
      <Badge key={id} variant="default" tt="none" fw={400}>
        {label}
      </Badge>
    ))}
    {options.length > maxOptions && (
      <Text size="xs" c="dimmed">
        and {options.length - maxOptions} more
      </Text>
    )}
  </Group>
)
