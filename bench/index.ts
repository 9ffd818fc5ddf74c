import { cold } from './cold.ts'
import { decode } from './decode.ts'
import { deliveries } from './deliveries.ts'
import { isMissed, printTable, type Figure } from './figures.ts'
import { growth } from './growth.ts'
import { input } from './input.ts'
import { lists } from './lists.ts'
import { selects } from './selects.ts'
import { sizes } from './sizes.ts'
import { startServer } from './startServer.ts'
import { steps } from './steps.ts'
import { warm } from './warm.ts'

/** Measures, prints the table, and with `--check` fails where a goal is missed. */
const parts: Readonly<Record<string, (url: string) => Promise<readonly Figure[]>>> = {
  warm,
  cold,
  input,
  lists,
  steps,
  deliveries,
  selects,
  decode,
  sizes,
  growth,
}

const words = process.argv.slice(2)
const chosen = words.filter(word => !word.startsWith('--'))
const server = await startServer()
const missed: Figure[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const figures = await measure(server.url)
  printTable(name, figures)
  missed.push(...figures.filter(isMissed))
}
server.stop()
if (words.includes('--check') && missed.length > 0) process.exitCode = 1
