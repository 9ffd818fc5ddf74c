import { Title } from '@mantine/core'

export const SandboxPage = () => <Title order={1}>Sandbox</Title>
