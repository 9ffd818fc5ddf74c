// In a layer, so that the page’s own styles win in whichever order the files are loaded.
import '@mantine/core/styles.layer.css'
import './app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App } from './app.tsx'
import { readable, theme } from './theme.ts'

const root = document.getElementById('root')
if (!root) throw new TypeError('the page has no root')

/**
 * The server is on this machine: a refusal is an answer, and asking again changes nothing. It is
 * there without a network, too.
 */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={readable} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
