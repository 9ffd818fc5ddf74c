import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson } from '../../cli/input.ts'
import { newFolder } from '../folder.ts'
import { runCommand } from './command.ts'

const text = '{"title": "Büro"}'
const fileWith = async (bytes: Buffer) => {
  const file = join(newFolder(), 'input.json')
  await writeFile(file, bytes)
  return `@${file}`
}

test.each([
  ['without a byte order mark', Buffer.from(text)],
  ['with a byte order mark', Buffer.from(`\ufeff${text}`)],
])('UTF-8 %s is read', async (_, bytes) => {
  expect(await readJson(await fileWith(bytes), '--input')).toEqual({ title: 'Büro' })
})

test.each([
  ['little-endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['little-endian without', Buffer.from(text, 'utf16le')],
  ['big-endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['big-endian without', Buffer.from(text, 'utf16le').swap16()],
])('UTF-16, %s, is refused by its name', async (_, bytes) => {
  await expect(readJson(await fileWith(bytes), '--input')).rejects.toThrow('--input: is UTF-16')
})

test('what is no text is refused by its name', async () => {
  const bytes = Buffer.from([0x7b, 0xff, 0x7d])
  await expect(readJson(await fileWith(bytes), '--input')).rejects.toThrow('--input: is not UTF-8')
})

const workflow = JSON.stringify({
  tasks: [{ name: 'a', type: 'pipedrive/v1/getDeals', parameters: { limit: 1 } }],
})
const commands = [
  ['run', ['run', 'getDeals', '--sandbox', '--input', '-'], '{"limit": 1}'],
  ['workflow run', ['workflow', 'run', '-', '--sandbox'], workflow],
] as const

test.each(commands)('%s reads standard input with a byte order mark', async (_, words, json) => {
  expect(await runCommand(words, { input: Buffer.from(`\ufeff${json}`) })).toMatchObject({
    code: 0,
  })
})

test.each(commands)('%s refuses UTF-16 from standard input by its name', async (_, words, json) => {
  for (const input of [Buffer.from(json, 'utf16le'), Buffer.from(`\ufeff${json}`, 'utf16le')]) {
    const { code, stderr } = await runCommand(words, { input })
    expect(code).toBe(2)
    expect(stderr).toContain('is UTF-16')
  }
})
