import { Title } from '@mantine/core'

export const EditorPage = () => <Title order={1}>Editor</Title>
