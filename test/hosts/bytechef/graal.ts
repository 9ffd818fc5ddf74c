import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { openEngine, type ScriptEngine } from './engine.ts'

const folder = 'hosts/bytechef/test'
/** The newest GraalJS that a Java runs; ByteChef has 25.0.3 itself. */
const versionFor = (java: number) => (java >= 25 ? '25.0.3' : '23.1.8')
const oldestJava = 17

interface Java {
  readonly home: string
  readonly version: number
}

/** What the machine lacks for GraalJS, and how it comes by it; undefined where it has everything. */
export const graalLacks = (): string | undefined => {
  const lacking = [
    ...(findJava() ? [] : [`JDK ${oldestJava} or newer`]),
    ...(spawnSync('mvn', ['--version']).status === 0 ? [] : ['Maven']),
  ]
  if (lacking.length === 0) return undefined
  return `there is no ${lacking.join(' and no ')} (on Debian: apt install openjdk-17-jdk-headless maven)`
}

/** Builds the harness with Maven; what it gives starts one with the script. */
export const buildGraal = (): (() => ScriptEngine) => {
  const java = findJava()
  if (!java) throw new Error(graalLacks())
  const { home, version } = java
  const graal = versionFor(version)
  console.log(`GraalJS ${graal} on Java ${version}, interpreted.`)
  const words = ['--quiet', '--batch-mode', '--file', folder, `-Dgraal.version=${graal}`]
  const built = spawnSync('mvn', [...words, 'process-classes'], {
    env: { ...process.env, JAVA_HOME: home },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`Maven has failed: ${built.stdout}${built.stderr}`)
  const libraries = readFileSync(`${folder}/target/classpath`, 'utf8').trim()
  return () =>
    openEngine(join(home, 'bin', 'java'), [
      // Java 25 warns of what the engine itself uses.
      ...(version >= 24 ? ['--sun-misc-unsafe-memory-access=allow'] : []),
      ...(version >= 22 ? ['--enable-native-access=ALL-UNNAMED'] : []),
      ...['-cp', [`${folder}/target/classes`, libraries].join(delimiter)],
      ...['Harness', 'dist/bytechef/pipedrive.js'],
    ])
}

/** Of `JAVA_HOME`, else a JDK where Debian's packages and Temurin's put them, the newest first. */
const findJava = (): Java | undefined => {
  const home = javaHome()
  const version = home === undefined ? 0 : versionOf(join(home, 'bin', 'java'))
  return home !== undefined && version >= oldestJava ? { home, version } : undefined
}

const javaHome = (): string | undefined =>
  [
    process.env['JAVA_HOME'],
    ...['temurin-25-jdk-amd64', 'java-25-openjdk-amd64', 'default-java'].map(
      name => `/usr/lib/jvm/${name}`,
    ),
    '/usr/lib/jvm/java-17-openjdk-amd64',
  ].find(home => home !== undefined && existsSync(join(home, 'bin', 'javac')))

const versionOf = (java: string): number => {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0)
}
