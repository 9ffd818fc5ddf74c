import { AppShell, Group, NavLink, Text } from '@mantine/core'
import { IconDatabase, IconHistory, IconPlugConnected, IconSitemap } from '@tabler/icons-react'
import { Link, Redirect, Route, Switch, useRoute } from 'wouter'
import { ConnectionsPage } from './connections/page.tsx'
import { EditorPage } from './editor/page.tsx'
import { RunsPage } from './runs/page.tsx'
import { SandboxPage } from './sandbox/page.tsx'

const pages = [
  { path: '/workflows', pattern: '/workflows/*?', label: 'Workflows', icon: IconSitemap },
  { path: '/runs', pattern: '/runs/*?', label: 'Runs', icon: IconHistory },
  { path: '/connections', pattern: '/connections', label: 'Connections', icon: IconPlugConnected },
  { path: '/sandbox', pattern: '/sandbox/*?', label: 'Sandbox', icon: IconDatabase },
]

const PageLink = ({ path, pattern, label, icon: Icon }: (typeof pages)[number]) => {
  const [active] = useRoute(pattern)
  return (
    <NavLink
      component={Link}
      href={path}
      label={label}
      active={active}
      leftSection={<Icon size={18} aria-hidden />}
    />
  )
}

/** The frame of all pages. */
export const App = () => (
  <AppShell navbar={{ width: 180, breakpoint: 0 }} padding={0}>
    <AppShell.Navbar p="xs" component="nav" aria-label="Pages">
      <Group gap="xs" px="xs" py="sm">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <Text fw={600}>Workbench</Text>
      </Group>
      {pages.map(page => (
        <PageLink key={page.path} {...page} />
      ))}
    </AppShell.Navbar>
    <AppShell.Main>
      <Switch>
        <Route path="/workflows/:id?" component={EditorPage} />
        <Route path="/runs/:id?" component={RunsPage} />
        <Route path="/connections" component={ConnectionsPage} />
        <Route path="/sandbox/:kind?" component={SandboxPage} />
        <Route>
          <Redirect to="/workflows" />
        </Route>
      </Switch>
    </AppShell.Main>
  </AppShell>
)
