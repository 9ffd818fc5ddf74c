import { Title } from '@mantine/core'

export const ConnectionsPage = () => <Title order={1}>Connections</Title>
