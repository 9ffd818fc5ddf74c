import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { openEngine, type ScriptEngine } from './engine.ts'

const folder = 'hosts/bytechef/test'
/** The newest GraalJS that a Java runs; ByteChef has 25.0.3 itself. */
const versionFor = (java: number) => (java >= 25 ? '25.0.3' : '23.1.8')
const oldestJava = 17

/** Builds the harness with Maven, and starts it with the script; or says what the machine lacks. */
export const openGraal = (): ScriptEngine | { readonly lacking: string } => {
  const home = javaHome()
  const java = home === undefined ? 0 : versionOf(join(home, 'bin', 'java'))
  if (home === undefined || java < oldestJava) return { lacking: `JDK ${oldestJava} or newer` }
  if (spawnSync('mvn', ['--version']).status !== 0) return { lacking: 'Maven' }
  const version = versionFor(java)
  console.log(`GraalJS ${version} on Java ${java}, interpreted.`)
  const goal = [`-Dgraal.version=${version}`, 'process-classes']
  const built = spawnSync('mvn', ['--quiet', '--batch-mode', '--file', folder, ...goal], {
    env: { ...process.env, JAVA_HOME: home },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`Maven has failed: ${built.stdout}${built.stderr}`)
  const libraries = readFileSync(`${folder}/target/classpath`, 'utf8').trim()
  return openEngine(join(home, 'bin', 'java'), [
    // Java 25 warns of what the engine itself uses.
    ...(java >= 24 ? ['--sun-misc-unsafe-memory-access=allow'] : []),
    ...(java >= 22 ? ['--enable-native-access=ALL-UNNAMED'] : []),
    ...['-cp', [`${folder}/target/classes`, libraries].join(delimiter)],
    ...['Harness', 'dist/bytechef/pipedrive.js'],
  ])
}

/** `JAVA_HOME`, else a JDK where Debian's packages and Temurin's put them, the newest first. */
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
