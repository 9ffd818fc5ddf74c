import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson } from '../../cli/input.ts'
import { newFolder } from '../folder.ts'

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
