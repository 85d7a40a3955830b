/** Names and days of report periods, latest first, by both calendars. */
import { ReportBasis } from 'client';

export type Kind = 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'NINE_MONTHS' | 'YEAR' | 'WEEK' | 'DAY';

export interface Period {
  name: string;
  from: string;
  to: string;
}

const CLOSED_ON = 14;
const DAY = 86_400_000;

/** Of the reports of the law, closed on the 14th, there are no weeks and days, and no second half. */
export function kindsOf(basis: ReportBasis): Kind[] {
  return basis === ReportBasis.Report
    ? ['MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR']
    : ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'WEEK', 'DAY'];
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** `count` months from `first` (1 to 12) of a year. */
function months(name: string, basis: ReportBasis, year: number, first: number, count: number): Period {
  return basis === ReportBasis.Calendar
    ? { name, from: iso(Date.UTC(year, first - 1, 1)), to: iso(Date.UTC(year, first - 1 + count, 0)) }
    : { name, from: iso(Date.UTC(year, first - 2, CLOSED_ON + 1)), to: iso(Date.UTC(year, first - 2 + count, CLOSED_ON)) };
}

/** ISO weeks: Monday to Sunday, named by the year of their Thursday. */
function week(monday: number): Period {
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const january = Date.UTC(year, 0, 4);
  const first = january - ((new Date(january).getUTCDay() + 6) % 7) * DAY;
  const number = Math.round((monday - first) / (7 * DAY)) + 1;
  return { name: `${year}-W${String(number).padStart(2, '0')}`, from: iso(monday), to: iso(monday + 6 * DAY) };
}

/** Periods that have begun by `today` (`YYYY-MM-DD`), the latest first. */
export function periods(kind: Kind, basis: ReportBasis, today: string): Period[] {
  const now = Date.parse(`${today}T00:00:00Z`);
  const year = Number(today.slice(0, 4));
  const years = [year + 1, year, year - 1, year - 2];
  const found = ((): Period[] => {
    switch (kind) {
      case 'DAY':
        return Array.from({ length: 14 }, (_, back) => iso(now - back * DAY)).map((name) => ({ name, from: name, to: name }));
      case 'WEEK': {
        const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY;
        return Array.from({ length: 12 }, (_, back) => week(monday - back * 7 * DAY));
      }
      case 'MONTH':
        return years.flatMap((one) => [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((month) => months(`${one}-${String(month).padStart(2, '0')}`, basis, one, month, 1)));
      case 'QUARTER':
        return years.flatMap((one) => [4, 3, 2, 1].map((quarter) => months(`${one}-Q${quarter}`, basis, one, 3 * quarter - 2, 3)));
      case 'HALF_YEAR':
        return years.flatMap((one) => (basis === ReportBasis.Report ? [1] : [2, 1]).map((half) => months(`${one}-H${half}`, basis, one, 6 * half - 5, 6)));
      case 'NINE_MONTHS':
        return years.map((one) => months(`${one}-9M`, basis, one, 1, 9));
      case 'YEAR':
        return years.map((one) => months(String(one), basis, one, 1, 12));
    }
  })();
  return found.filter((one) => one.from <= today).slice(0, 18);
}
