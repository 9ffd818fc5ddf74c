import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Shade 7 carries white text at 5.7 : 1; shade 4 stands out on dark surfaces. */
const green: MantineColorsTuple = [
  '#e8f7ee',
  '#d2eddd',
  '#a5dcbb',
  '#76ca97',
  '#4fbb7a',
  '#33ad66',
  '#149552',
  '#017737',
  '#00642d',
  '#004a21',
]

const red: MantineColorsTuple = [
  '#fff0ef',
  '#fddedc',
  '#f8bab6',
  '#f4958f',
  '#f17a72',
  '#e5574d',
  '#d63a2f',
  '#c02a20',
  '#a32019',
  '#751510',
]

const dialog = {
  closeButtonProps: { 'aria-label': 'Close' },
  styles: { title: { fontWeight: 600 } },
}

/** It scrolls itself: a region around it would have to take the focus. */
const list = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: 300, overflowY: 'auto' } },
}

export const theme = createTheme({
  primaryColor: 'green',
  primaryShade: 7,
  colors: { green, red },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.375rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
  components: {
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400, multiline: true, maw: 320 } },
    Modal: { defaultProps: { centered: true, ...dialog } },
    Drawer: { defaultProps: dialog },
    Select: list,
    MultiSelect: list,
    Autocomplete: list,
    // Its placeholder for the focus is no item, which a menu may not hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
})

/** Mantine's own greys and reds for small text stay below the contrast that reading needs. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a636c',
    '--mantine-color-placeholder': '#6b747d',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-disabled-color': '#5f6870',
    '--mantine-color-yellow-light-color': '#704800',
    '--mantine-color-orange-light-color': '#8f3a00',
    '--app-canvas': '#f6f8f7',
    '--app-surface': 'var(--mantine-color-white)',
    '--app-border': 'var(--mantine-color-gray-3)',
    '--app-line': '#b3bcb7',
  },
  dark: {
    '--mantine-color-green-light': '#10402a',
    '--mantine-color-green-light-hover': '#154e34',
    '--mantine-color-dimmed': '#a8adb3',
    '--mantine-color-placeholder': '#969ba1',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-disabled-color': '#969ba1',
    '--app-canvas': '#1b1d1f',
    '--app-surface': 'var(--mantine-color-dark-6)',
    '--app-border': 'var(--mantine-color-dark-4)',
    '--app-line': '#5d6369',
  },
})
