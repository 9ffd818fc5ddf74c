import { writeFileSync } from 'node:fs'

/** Loaded before a program: writes its peak memory, in kilobytes, to a file as it ends. */
const file = process.env['PEAK_MEMORY_FILE']
if (file !== undefined)
  process.once('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)))
