import { existsSync } from 'node:fs'

/** Builds after `npm ci`, or says what to do where the tools for it have been left out. */
const isInstalled = name => {
  try {
    return import.meta.resolve(name) !== ''
  } catch {
    return false
  }
}

if (isInstalled('typescript')) await import('./buildIfChanged.js')
else if (!existsSync('dist/bundle'))
  console.log('Nothing is built, as that needs the development dependencies: run `npm ci`.')
