import { Title } from '@mantine/core'

export const RunsPage = () => <Title order={1}>Runs</Title>
