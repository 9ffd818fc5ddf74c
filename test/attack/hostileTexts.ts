const many = (text: string, times: number) => text.repeat(times)

export const deepList = (depth: number): string => many('[', depth) + many(']', depth)
export const deepObject = (depth: number): string => `${many('{"a":', depth)}1${many('}', depth)}`

/** Texts that look like references, and take an impatient pattern a long time. */
export const references: readonly string[] = [
  ...['${', '${}', '${a', '${a.b[0]}', '${a["b\\"]}', '${__proto__}', '${constructor.prototype}'],
  ...['${a.__proto__.polluted}', '\\${a}', '$${a}', '${${${a}}}', '${a[-1]}', '${a[1e309]}'],
  ...[many('${', 50_000), many('${a}', 20_000), `\${a${many('.a', 50_000)}}`],
  ...[`\${a${many('[0]', 50_000)}}`, `\${${many('a', 1_000_000)}`, `\${a["${many('\\"', 200_000)}`],
  ...[`\${${many(' ', 500_000)}}`, many('\\', 500_000) + '${a}'],
]

export const texts: readonly string[] = [
  ...['', ' ', '\0', '\ud800', '\udc00a', '\u202e', '\u001b]0;x\u0007', '\r\nx: y', "' OR 1=1 --"],
  ...['<script>alert(1)</script>', '../../etc/passwd', '%00', '//evil.example', '__proto__'],
  ...['1e309', '-0', '9007199254740993', 'NaN', 'null', '{"a":1}', '2026-02-30', '٤٢', 'ﬁ'],
  ...[many('a', 10_000_000), many('é', 100_000), many('a@', 100_000), many('1', 100_000)],
]

/** Values as JSON can carry them. */
export const jsonValues: readonly string[] = [
  ...[
    'null',
    'true',
    '-1',
    '0',
    '1e309',
    '-1e309',
    '9007199254740993',
    '1.5',
    '[]',
    '{}',
    '[null]',
  ],
  ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'],
  ...['{"toString":1,"valueOf":2,"hasOwnProperty":3}', '{"length":-1}', '{"":""}', '{"then":1}'],
  ...[deepList(1_000), deepList(10_000), deepObject(10_000), `[${many('1,', 100_000)}1]`],
  ...[JSON.stringify(references), JSON.stringify(texts.slice(0, -4))],
]
