/** Dates, money and time limits in words. All times are those of Vietnam, wherever the phone is. */
import type { Fee, TimeLimit } from 'client';
import { locale, named, t } from './i18n';

const ZONE = 'Asia/Ho_Chi_Minh';

function tag(): string {
  return locale() === 'en' ? 'en-GB' : 'vi-VN';
}

export function day(date: Date): string {
  return new Intl.DateTimeFormat(tag(), { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: ZONE }).format(date);
}

/** A day without a time, as the client reads it: midnight where the browser is, whatever its zone. */
export function plainDay(date: Date): string {
  return new Intl.DateTimeFormat(tag(), { day: '2-digit', month: '2-digit', year: 'numeric' }).format(date);
}

/** A month of the contract, `YYYY-MM`. */
export function month(text: string): string {
  return `${text.slice(5)}/${text.slice(0, 4)}`;
}

/** Today in Vietnam, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: ZONE }).format(new Date());
}

/** `YYYY-MM-DD` as the client takes a day. */
export function asDay(text: string): Date {
  const [year, month, date] = text.split('-').map(Number);
  return new Date(year, month - 1, date);
}

export function longDay(date: Date): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: ZONE } as const;
  return new Intl.DateTimeFormat(tag(), words).format(date);
}

/** A date of the contract with the day of the week. */
export function longDate(value: Date): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(tag(), words).format(value);
}

export function moment(date: Date): string {
  const words = { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: ZONE } as const;
  return new Intl.DateTimeFormat(tag(), words).format(date);
}

export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(tag(), { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

/** A file's size, for people. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${number(Math.max(1, bytes / 1_000))} kB` : `${number(bytes / 1_048_576, 1)} MB`;
}

export function timeLimit(limit: TimeLimit | undefined): string {
  if (limit === undefined) {
    return t('procedure.timeUnknown');
  }
  if (limit.value === undefined || limit.unit === 'OTHER') {
    return limit.text ?? (limit.value === undefined ? t('procedure.timeUnknown') : String(limit.value));
  }
  const plural = locale() === 'en' && limit.value !== 1 ? 's' : '';
  return `${number(limit.value, Number.isInteger(limit.value) ? 0 : 1)} ${named('unit', limit.unit)}${plural}`;
}

export function fee(fee: Fee): string {
  if (fee.amount === undefined) {
    return fee.text ?? t('procedure.feeUnknown');
  }
  if (fee.amount === 0) {
    return fee.text ?? t('procedure.free');
  }
  const amount = `${number(fee.amount)} ${fee.currency === undefined || fee.currency === 'VND' ? '₫' : fee.currency}`;
  return fee.text === undefined ? amount : `${amount} (${fee.text})`;
}
