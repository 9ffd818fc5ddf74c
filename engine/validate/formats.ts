/** The formats that schemas of operations name, as ajv-formats reads them. */
export const hasFormat = (format: string, text: string): boolean => {
  if (format === 'date') return isDate(text)
  if (format === 'iso-time') return isTime(text, false)
  const [date = '', time = '', ...rest] = text.split(/t|\s/i)
  return rest.length === 0 && isDate(date) && isTime(time, true)
}

const isDate = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const longest = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return month >= 1 && month <= 12 && day >= 1 && day <= longest
}

const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i

const isTime = (text: string, needsZone: boolean): boolean => {
  const [, hourText, minuteText, secondText, zone, sign, zoneHourText, zoneMinuteText] =
    timePattern.exec(text) ?? []
  if (hourText === undefined || (needsZone && zone === undefined)) return false
  const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText)]
  const [zoneHour, zoneMinute] = [Number(zoneHourText ?? 0), Number(zoneMinuteText ?? 0)]
  if (zoneHour > 23 || zoneMinute > 59) return false
  if (hour <= 23 && minute <= 59 && second < 60) return true
  // A leap second ends the day in UTC.
  const direction = sign === '-' ? -1 : 1
  const utcMinute = minute - zoneMinute * direction
  const utcHour = hour - zoneHour * direction - (utcMinute < 0 ? 1 : 0)
  return [23, -1].includes(utcHour) && [59, -1].includes(utcMinute) && second < 61
}
