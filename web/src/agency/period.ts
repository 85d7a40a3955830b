/** The days or months of an index or of figures: in the address, with the usual choices. */
import { html, type TemplateResult } from 'lit-html';
import { go } from '../core/app';
import { today } from '../core/format';
import { address } from './desk';
import { w, type Word } from './words';

export interface Days {
  from: string;
  to: string;
}

function iso(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

function usual(): [Word, Days][] {
  const [year, month] = today().split('-').map(Number);
  const quarter = Math.floor((month - 1) / 3) * 3;
  return [
    ['period.month', { from: iso(year, month - 1, 1), to: iso(year, month, 0) }],
    ['period.before', { from: iso(year, month - 2, 1), to: iso(year, month - 1, 0) }],
    ['period.quarter', { from: iso(year, quarter, 1), to: iso(year, quarter + 3, 0) }],
    ['period.year', { from: iso(year, 0, 1), to: iso(year, 11, 31) }],
  ];
}

/** The days that the address names; else this year. */
export function daysOf(place: URL): Days {
  const [, year] = usual()[3];
  return { from: place.searchParams.get('from') ?? year.from, to: place.searchParams.get('to') ?? year.to };
}

/** Two months to choose freely. The button, because a month is typed in parts and would be read half-typed. */
export function monthChoice(from: string | undefined, to: string | undefined, target: (from: string, to: string) => string): TemplateResult {
  function choose(event: Event): void {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    go(target(String(chosen.get('from') ?? ''), String(chosen.get('to') ?? '')));
  }
  return html`<form class="period" @submit=${choose}><label>${w('from')} <input type="month" name="from" .value=${from ?? ''} /></label>
    <label>${w('to')} <input type="month" name="to" .value=${to ?? ''} /></label><button>${w('show')}</button></form>`;
}

/** Links for the usual periods, and two days to choose freely. */
export function dayChoice(days: Days, path: string, more: Record<string, string | undefined>): TemplateResult {
  function choose(event: Event): void {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    go(address(path, { ...more, from: String(chosen.get('from') ?? ''), to: String(chosen.get('to') ?? '') }));
  }
  return html`<div class="period">
    <div class="tabs" role="group" aria-label=${w('period')}>${usual().map(
      ([words, one]) => html`<a href=${address(path, { ...more, ...one })} aria-current=${one.from === days.from && one.to === days.to ? 'true' : 'false'}>${w(words)}</a>`,
    )}</div>
    <form @submit=${choose}>
      <label>${w('fromDay')} <input type="date" name="from" required .value=${days.from} /></label>
      <label>${w('toDay')} <input type="date" name="to" required .value=${days.to} /></label>
      <button>${w('show')}</button>
    </form></div>`;
}
