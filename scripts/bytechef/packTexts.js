import { transformSync } from 'esbuild'

/**
 * A statement that puts texts which have much in common into variables, whose names are the packed
 * letters. What comes often in the texts is one character, and put back when the script is loaded,
 * which takes a millisecond.
 */
export const packTexts = texts => {
  if (texts.length > packedLetters.length) throw new Error('There are more texts than letters')
  let packed = texts.join(separator)
  const phrases = []
  for (const code of codes) {
    const phrase = bestPhrase(packed, Buffer.byteLength(code))
    if (phrase === undefined) break
    packed = packed.replaceAll(phrase, code)
    phrases.unshift(code + phrase)
  }
  const { code } = transformSync(`_ = ${unpack}`, { minify: true })
  const made = code.trim().replace(/^_=|;$/g, '')
  return `(${made})(${quoted(packed)},${quoted(phrases.join(separator))})`
}

const separator = '\u0001'

/** Characters that no text has: first those of one byte. */
const codes = [
  ...Array.from({ length: 30 }, (_, index) => String.fromCharCode(2 + index)).filter(
    code => !'\n\r'.includes(code),
  ),
  ...Array.from({ length: 340 }, (_, index) => String.fromCharCode(0x2d0 + index)),
]

/** The part that saves most bytes as a code. What comes once does not come again with more behind it. */
const bestPhrase = (text, codeBytes) => {
  let [best, most] = [undefined, 0]
  let starts = Array.from(text, (_, start) => start)
  for (let length = 2; starts.length > 0; length++) {
    const places = new Map()
    for (const start of starts) {
      const phrase = text.slice(start, start + length)
      const place = places.get(phrase)
      if (place === undefined)
        places.set(phrase, { count: 1, end: start + length, starts: [start] })
      else {
        place.starts.push(start)
        if (start >= place.end)
          Object.assign(place, { count: place.count + 1, end: start + length })
      }
    }
    starts = []
    for (const [phrase, place] of places) {
      if (place.count < 2 || phrase.includes(separator)) continue
      for (const start of place.starts) starts.push(start)
      const bytes = Buffer.byteLength(phrase)
      const saved = place.count * (bytes - codeBytes) - bytes - codeBytes - 1
      if (saved > most) [best, most] = [phrase, saved]
    }
  }
  return best
}

const quoted = text => `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``

/** Part of the script. Phrases that came last stand first, as they may have earlier ones in them. */
const unpack = (texts, phrases) =>
  phrases
    .split('\u0001')
    .reduce((all, phrase) => all.split(phrase[0]).join(phrase.slice(1)), texts)
    .split('\u0001')
    .forEach((text, at) => (globalThis[String.fromCharCode(at + (at < 457 ? 248 : 705))] = text))

/** Their names: two runs of letters, each of two bytes. */
export const packedLetters = Array.from({ length: 457 + 166 }, (_, at) =>
  String.fromCharCode(at + (at < 457 ? 248 : 705)),
)
