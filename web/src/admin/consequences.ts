/** What a change of the working time does to people who wait: shown before it is made, and followed afterwards. */
import type { CalendarChange, DeadlineProgress } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { longDay, moment, number } from '../core/format';
import { administration, asDay } from './api';
import { figures, table } from './parts';
import { a } from './words';

const TURN = 2000;

export function consequences({ days, consequences: found }: CalendarChange): TemplateResult {
  const most = Math.max(1, ...found.byDays.map((one) => one.dossiers));
  return html`<h3>${a('consequences')}</h3>
    ${days.length === 0
      ? html`<p>${a('noDayChanges')}</p>`
      : html`<ul class="changed-days">${days.map((one) => html`<li>${longDay(asDay(one.date))}: <strong>${one.workedAfter ? a('becomesWorked') : a('becomesOff')}</strong></li>`)}</ul>`}
    ${figures([a('openDossiers'), found.open], [a('moved'), found.moved, found.moved > 0 ? 'warm' : ''], [a('later'), found.later], [a('earlier'), found.earlier])}
    ${found.moved === 0 ? html`<p>${a('nobodyMoves')}</p>` : nothing}
    ${found.byDays.length === 0 ? nothing : html`<h4>${a('byDays')}</h4><ul class="bars">${found.byDays.map((one) => html`<li><span>${shift(one.days)}</span>
      <progress max=${most} value=${one.dossiers} aria-hidden="true"></progress><strong>${number(one.dossiers)}</strong></li>`)}</ul>`}
    ${found.byAgency.length === 0 ? nothing : html`<h4>${a('byAgency')}</h4>${table(a('byAgency'), [a('agency'), a('moved'), a('mostDays')],
      found.byAgency.map((one) => html`<tr><th scope="row">${one.agency}</th><td>${number(one.moved)}</td><td>${shift(one.mostDays)}</td></tr>`))}`}
    ${found.earliest === undefined ? nothing : html`<p class="fine">${a('firstMove', { from: moment(found.earliest.from), to: moment(found.earliest.to) })}</p>`}`;
}

function shift(days: number): string {
  return days === 0 ? a('sameDay') : a(days > 0 ? 'daysLater' : 'daysEarlier', { n: Math.abs(days) });
}

/** After a publication: how many open dossiers are still counted the former way. */
export function progress(): { view: () => TemplateResult | typeof nothing; watch: () => void; close: () => void } {
  let now: DeadlineProgress | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  async function ask(): Promise<void> {
    now = await administration.getDeadlineProgress().catch(() => now);
    timer = !closed && now !== undefined && now.behind > 0 ? setTimeout(() => void ask(), TURN) : undefined;
    redraw();
  }

  return {
    watch: () => void ask(),
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
    view: () => (now === undefined
      ? nothing
      : html`<div role="status" class="fine">${now.behind === 0 ? a('allCounted', { n: number(now.open) }) : a('behind', { n: number(now.behind), of: number(now.open) })}
          ${now.behind === 0 ? nothing : html`<progress max=${now.open} value=${now.open - now.behind} aria-label=${a('counting')}></progress>`}</div>`),
  };
}
