import { checkInput } from 'pipedrive-component/engine'
import { loadValidators } from 'pipedrive-component/runtime'
import { actionOf } from './contenders.ts'
import { short, type Figure } from './figures.ts'
import { median, spreadOf } from './rounds.ts'

const calls = 5_000

/** References resolved, defaults filled in, converted, checked: all before a request is made. */
export const input = async (): Promise<readonly Figure[]> => {
  const addDeal = actionOf('addDeal')
  const validators = await loadValidators('pipedrive', 'addDeal')
  const written = {
    deal: {
      ...{ title: '${trigger_1.title}', value: '12.50', currency: 'EUR', stage_id: 3 },
      ...{ person_id: '${trigger_1.person_id}', expected_close_date: '2026-12-31' },
    },
  }
  const outputs = { trigger_1: { title: 'A deal', person_id: 7 } }
  const rounds: number[] = []
  for (let round = -10; round < 40; round++) {
    const start = performance.now()
    for (let call = 0; call < calls; call++) checkInput(addDeal, written, validators, outputs)
    if (round >= 0) rounds.push((1000 * (performance.now() - start)) / calls)
  }
  const result = median(rounds)
  return [
    {
      measure: 'resolve, convert and check the input of Add deal',
      ...{ value: `${short(result)} µs`, result, spread: spreadOf(rounds) },
      goal: { max: 12, unit: 'µs' },
    },
  ]
}
