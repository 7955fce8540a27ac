import { describe, expect, it } from 'vitest'
import { readYear } from './year-text'

describe('a year as typed', () => {
  it('takes one holiday a line, of one day or several, and make-up days however separated', () => {
    expect(readYear(' 通知 ', '元旦 2027-01-01\n春节 2027-02-05 至 2027-02-12\n\n', '2027-02-14、2027-02-20 2027-05-08')).toEqual({
      notice: '通知',
      holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }, { name: '春节', from: '2027-02-05', to: '2027-02-12' }],
      makeUpWork: ['2027-02-14', '2027-02-20', '2027-05-08'],
    })
  })
})
