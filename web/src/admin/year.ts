/** Twelve small months with the days off and the days worked by swap. The table below says the same in words. */
import { html, type TemplateResult } from 'lit-html';
import { locale } from '../core/i18n';
import type { Day } from './calendar';
import { a } from './words';

export function year(of: number, days: Day[]): TemplateResult {
  const kinds = new Map(days.map((day) => [day.date, day.kind]));
  return html`<div class="year" aria-hidden="true">${Array.from({ length: 12 }, (_, month) => monthOf(of, month, kinds))}</div>
    <p class="fine legend" aria-hidden="true"><span class="off">1</span> ${a('legendOff')} <span class="swap">1</span> ${a('legendSwap')} <span class="worked">1</span> ${a('legendWorked')} <span class="weekend">1</span> ${a('legendWeekend')}</p>`;
}

function monthOf(of: number, month: number, kinds: Map<string, Day['kind']>): TemplateResult {
  const first = new Date(Date.UTC(of, month, 1));
  const blank = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(of, month + 1, 0)).getUTCDate();
  const name = new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : 'vi-VN', { month: 'long', timeZone: 'UTC' }).format(first);
  return html`<div><strong>${name}</strong><div class="days">${Array.from({ length: blank }, () => html`<i></i>`)}${Array.from({ length }, (_, day) => {
    const date = new Date(Date.UTC(of, month, day + 1));
    return html`<span class=${look(kinds.get(date.toISOString().slice(0, 10)), date.getUTCDay() % 6 === 0)}>${day + 1}</span>`;
  })}</div></div>`;
}

function look(kind: Day['kind'] | undefined, weekend: boolean): string {
  switch (kind) {
    case 'HOLIDAY':
    case 'SUBSTITUTE':
      return 'off';
    case 'SWAP_OFF':
      return 'swap';
    case 'SWAP_WORKED':
      return 'worked';
    case undefined:
      return weekend ? 'weekend' : '';
  }
}
