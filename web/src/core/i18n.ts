/** The two languages. Vietnamese is the source; English has the same keys or the build does not type-check. */
import { en } from './words-en';
import { vi, type Words } from './words-vi';

export type Locale = 'vi' | 'en';
export type Key = keyof Words;

const PLACE = 'locale';
let current: Locale = localStorage.getItem(PLACE) === 'en' ? 'en' : 'vi';

export function locale(): Locale {
  return current;
}

export function setLocale(next: Locale): void {
  current = next;
  localStorage.setItem(PLACE, next);
  document.documentElement.lang = next;
}

/** `{name}` in words stands for a value, `{name:day|days}` for the first of two words when that value is one. */
export function filled(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) =>
    one === undefined ? String(values[name] ?? '') : String(values[name]) === '1' ? one : many!,
  );
}

/** The words for a key. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const words: Words = current === 'en' ? en : vi;
  return filled(words[key], values);
}

/** Words for a code of the contract, such as a channel; the code itself when it is new to this app. */
export function named(group: string, code: string): string {
  const key = `${group}.${code}` as Key;
  const words: Words = current === 'en' ? en : vi;
  return words[key] ?? code;
}

document.documentElement.lang = current;
