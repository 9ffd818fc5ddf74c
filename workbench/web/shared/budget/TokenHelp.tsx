import { ActionIcon, Anchor, Popover, Stack, Table, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useBudget } from './budget.ts'

const source = 'https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting'

/** What a token is, where tokens are counted. */
export const TokenHelp = () => (
  <Popover width={340} position="bottom-end" withArrow trapFocus>
    <Popover.Target>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label="What is a token?">
        <IconHelpCircle size={16} aria-hidden />
      </ActionIcon>
    </Popover.Target>
    <Popover.Dropdown>
      <Explanation />
    </Popover.Dropdown>
  </Popover>
)

const Explanation = () => {
  const { data: budget } = useBudget()
  return (
    <Stack gap="xs">
      <Text size="sm">
        Each request to Pipedrive costs API tokens. The account’s plan and seats give it a budget of
        tokens for each day, which all its apps and users share. When it is used up, Pipedrive
        refuses further requests until the next day.
      </Text>
      <Table fz="xs" verticalSpacing={2} aria-label="What requests cost">
        <Table.Tbody>
          {budget?.examples.map(({ title, tokenCost }) => (
            <Table.Tr key={title}>
              <Table.Td>{title}</Table.Td>
              <Table.Td ta="right">{tokenCost}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Anchor href={source} target="_blank" rel="noopener noreferrer" size="xs" underline="always">
        Pipedrive’s rate limits
      </Anchor>
    </Stack>
  )
}
