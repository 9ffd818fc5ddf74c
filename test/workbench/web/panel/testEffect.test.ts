import { expect, test } from 'vitest'
import { testEffect } from '../../../../workbench/web/panel/testEffect.ts'
import { operationNamed } from '../forms.ts'

const effect = (name: string, parameters = {}) => testEffect(operationNamed(name), parameters)

test('a test reads, writes or destroys as its operation does', () => {
  expect(effect('getDeals')).toBe('read')
  expect(effect('addDeal')).toBe('write')
  expect(effect('deleteDeal')).toBe('destroy')
})

test('a call that is put together by hand does what its method says', () => {
  expect(effect('customAction', { method: 'GET' })).toBe('read')
  expect(effect('customAction', { method: 'POST' })).toBe('write')
  expect(effect('customAction', { method: 'PATCH' })).toBe('destroy')
  expect(effect('customAction', { method: 'DELETE' })).toBe('destroy')
  expect(effect('customAction', { method: '${step.method}' })).toBe('destroy')
})
