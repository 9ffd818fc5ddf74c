import { AppShell, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconDatabase, IconHistory, IconPlugConnected, IconSitemap } from '@tabler/icons-react'
import { Link, Redirect, Route, Switch, useRoute } from 'wouter'
import classes from './app.module.css'
import { EditorPage } from './editor/page.tsx'
import { Boundary } from './shared/Boundary.tsx'
import { ColorScheme } from './shared/ColorScheme.tsx'
import { PageNotFound } from './shared/PageNotFound.tsx'
import { part } from './shared/part.tsx'
import { useAttention } from './shared/queries.ts'
import { useLiveQueries } from './shared/serverEvents.ts'
import { ServerStatus } from './shared/ServerStatus.tsx'

const RunsPage = part('runs', async () => (await import('./runs/page.tsx')).RunsPage)
const ConnectionsPage = part(
  'connections',
  async () => (await import('./connections/page.tsx')).ConnectionsPage,
)
const SandboxPage = part('sandbox', async () => (await import('./sandbox/page.tsx')).SandboxPage)

const pages = [
  { path: '/workflows', pattern: '/workflows/*?', label: 'Workflows', icon: IconSitemap },
  { path: '/runs', pattern: '/runs/*?', label: 'Runs', icon: IconHistory },
  { path: '/connections', pattern: '/connections', label: 'Connections', icon: IconPlugConnected },
  { path: '/sandbox', pattern: '/sandbox/*?', label: 'Sandbox', icon: IconDatabase },
]

const maxCounted = 99

/** How many runs have failed, or may have written something twice. */
const AttentionCount = () => {
  const { data } = useAttention()
  if (!data || data.count === 0) return null
  const shown = data.count > maxCounted ? `${maxCounted}+` : String(data.count)
  return (
    <span className={classes.count}>
      {shown}
      <VisuallyHidden> {data.count === 1 ? 'run needs' : 'runs need'} attention</VisuallyHidden>
    </span>
  )
}

const PageLink = ({ path, pattern, label, icon: Icon }: (typeof pages)[number]) => {
  const [active] = useRoute(pattern)
  return (
    <UnstyledButton
      component={Link}
      href={path}
      className={classes.link}
      data-active={active || undefined}
      aria-current={active ? 'page' : undefined}
    >
      <span className={classes.icon}>
        <Icon size={22} stroke={1.6} aria-hidden />
        {path === '/runs' && <AttentionCount />}
      </span>
      <Text component="span" fz={11} fw={500} lh={1.2}>
        {label}
      </Text>
    </UnstyledButton>
  )
}

/** The frame of all pages. */
export const App = () => {
  useLiveQueries()
  return (
    <AppShell navbar={{ width: 88, breakpoint: 0 }} padding={0}>
      <a href="#content" className={classes.skip}>
        Skip to the page
      </a>
      <AppShell.Navbar className={classes.rail} component="nav" aria-label="Pages">
        <img src="/icon.svg" alt="" width={28} height={28} className={classes.logo} />
        <Stack gap={4} flex={1} className={classes.pages ?? ''}>
          {pages.map(page => (
            <PageLink key={page.path} {...page} />
          ))}
        </Stack>
        <Stack align="center">
          <ColorScheme />
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} id="content" tabIndex={-1}>
        <ServerStatus />
        <Boundary>
          <Switch>
            <Route path="/workflows/:id?" component={EditorPage} />
            <Route path="/runs/:id?" component={RunsPage} />
            <Route path="/connections" component={ConnectionsPage} />
            <Route path="/sandbox/:kind?" component={SandboxPage} />
            <Route path="/">
              <Redirect to="/workflows" />
            </Route>
            <Route component={PageNotFound} />
          </Switch>
        </Boundary>
      </AppShell.Main>
    </AppShell>
  )
}
