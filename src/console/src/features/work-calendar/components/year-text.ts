import type { Year, YearForm } from '../api/calendar'

/** A year as a person types it: one holiday a line ("春节 2027-02-05 2027-02-12"), make-up workdays in any separation. */
export function readYear(notice: string, holidays: string, makeUpWork: string): YearForm {
  return {
    notice: notice.trim(),
    holidays: holidays.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
      const [name = '', from = '', to] = line.split(/[\s,，\u81f3]+/)
      return { name, from, to: to ?? from }
    }),
    makeUpWork: makeUpWork.split(/[\s、，,]+/).filter(Boolean),
  }
}

export const writeHolidays = (year: Year): string => year.holidays.map((one) => `${one.name} ${one.from} ${one.to}`).join('\n')
