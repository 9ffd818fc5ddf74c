import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../store/open.ts'

/**
 * Counts the clients of all processes that use a connection at the moment, so that each keeps to its
 * share of the rate limit. Each has a file, whose time tells when it was last active: unlike the
 * database, files have no lock to wait for.
 */
export interface Presence {
  /** Counts this client as active; the first request of a while waits for that. */
  enter(): Promise<void>
  clients(): number
  leave(): Promise<void>
}

/** How often an active client looks for others, and how often it says that it is there. */
const pollIntervalMs = 250
const touchIntervalMs = 1_000
/** Age of a file after which its client counts as ended or idle. */
const activeMs = 4_000
/** Age of a file whose client was killed, whatever its clock said. */
const abandonedMs = 3_600_000
/** The disk is not worth waiting longer for. */
const maxWaitMs = 250

export const openPresence = (store: Store, connectionId: string): Presence => {
  const folder = join(store.folder, 'clients', connectionId)
  const own = join(folder, randomUUID())
  let active = 1
  let polledAt = -Infinity
  let touchedAt = -Infinity
  let refreshing: Promise<void> | undefined
  /** True while a client that was idle looks for the others that came since. */
  let entering = false

  const touch = async () => {
    touchedAt = performance.now()
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(own, '', { mode: 0o600 })
    // A file that is there already keeps its time when nothing is written to it.
    const now = new Date()
    await utimes(own, now, now)
  }
  const refresh = async () => {
    if (performance.now() - touchedAt > touchIntervalMs) await touch()
    const files = (await readdir(folder)).map(name => join(folder, name))
    const times = await Promise.all(files.map(timeOf))
    const isAbandoned = (_: string, at: number) => isOlder(times[at] ?? Infinity, abandonedMs)
    await Promise.all(files.filter(isAbandoned).map(file => rm(file, { force: true })))
    // What is ahead of the clock was written when that was wrong.
    active = Math.max(1, times.filter(at => Math.abs(Date.now() - at) < activeMs).length)
  }
  const isDue = () => refreshing === undefined && performance.now() - polledAt > pollIntervalMs
  const start = () => {
    entering = performance.now() - polledAt > activeMs
    polledAt = performance.now()
    // A disk that fails for a moment is no reason not to send.
    refreshing = refresh()
      .catch(() => {})
      .finally(() => {
        entering = false
        refreshing = undefined
      })
  }
  return {
    clients() {
      if (isDue()) start()
      return active
    },
    async enter() {
      if (isDue()) start()
      if (entering) await within(refreshing)
    },
    async leave() {
      await refreshing
      await rm(own, { force: true })
      // Not while others are there.
      await rmdir(folder).catch(() => {})
    },
  }
}

const isOlder = (at: number, ageMs: number) => Math.abs(Date.now() - at) > ageMs

const within = async (work: Promise<void> | undefined): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => (timer = setTimeout(resolve, maxWaitMs)))
  await Promise.race([work, late])
  clearTimeout(timer)
}

/** Tolerates that another client has left since the folder was listed. */
const timeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => -Infinity,
  )
