/** Whether people are told in time: the figures of delivery, what was given up, and the firms' webhooks. */
import type { DeadLetter, DeadLetterPage, DeliveryStatus } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { notifications } from '../core/api';
import { redraw } from '../core/app';
import { day, moment, number } from '../core/format';
import { load, shown } from '../core/load';
import { Pages } from '../core/pages';
import { administration, asDay } from './api';
import type { Inner } from './gate';
import { field, figures, job, later, outcome, seconds, sure, table } from './parts';
import { a, known } from './words';
import { webhooks } from './webhooks';

const GOAL = 0.99;

export function open(): Inner {
  const status = load(() => notifications.getDeliveryStatus());
  let error = '';
  const letters = new Pages<DeadLetter, DeadLetterPage>((cursor) => administration.listDeadLetters({ cursor, limit: 50, error: error === '' ? undefined : error }));
  const hooks = webhooks();
  const work = job();
  const chosen = new Set<string>();
  let sending: 'chosen' | 'error' | undefined;
  const soon = later(300, () => void letters.first.refresh());

  const resend = (all: boolean): void => void work.run(async () => {
    const wish = all ? { error } : { messageIds: [...chosen] };
    const { queued, gone, more } = await administration.resendDeadLetters({ resend: wish });
    chosen.clear();
    await letters.first.refresh();
    return `${a('resent', { queued: number(queued), gone: number(gone) })} ${more ? a('resentMore') : ''}`;
  });

  function row(one: DeadLetter): TemplateResult {
    const id = one.messageId;
    return html`<tr><td><input type="checkbox" aria-label=${a('choose', { at: moment(one.endedAt), error: one.error })} .checked=${chosen.has(id)} @change=${() => (chosen.has(id) ? chosen.delete(id) : chosen.add(id), redraw())} /></td>
      <th scope="row">${known('notice', one.kind)}</th><td>${one.agency}</td><td><span class="status warm">${known('ending', one.ending)}</span></td>
      <td><button class="quiet" aria-label=${a('onlyError', { error: one.error })} @click=${() => ((error = one.error), void letters.first.refresh())}>${one.error}</button><p class="fine">${known('fcm', one.error)}</p></td>
      <td>${one.attempts}</td><td>${moment(one.createdAt)}</td><td>${moment(one.endedAt)}</td></tr>`;
  }

  function dead(page: DeadLetterPage): TemplateResult {
    return page.items.length === 0
      ? html`<p class="empty">${error === '' ? a('deadNone') : a('deadNoneOf', { error })}</p>`
      : html`${table(a('dead'), [a('chosen'), a('noticeKind'), a('agency'), a('ending'), a('fcmError'), a('attempts'), a('toldAt'), a('endedAt')], page.items.map(row), 'wide')}
        ${letters.more()}
        <p class="actions"><button class="main" ?disabled=${chosen.size === 0 || work.busy} @click=${() => ((sending = 'chosen'), redraw())}>${a('resendChosen', { n: chosen.size })}</button>
          <button ?disabled=${error === '' || work.busy} @click=${() => ((sending = 'error'), redraw())}>${error === '' ? a('resendError') : a('resendAllOf', { error })}</button></p>`;
  }

  return {
    view: () => html`<p class="lead">${a('healthLead')}</p>
      <section class="sheet" aria-labelledby="delivery"><h2 id="delivery">${a('delivery')}</h2>${shown(status, delivery)}</section>
      <section class="sheet" aria-labelledby="dead"><h2 id="dead">${a('dead')}</h2><p class="fine">${a('deadHelp')}</p>
        ${field({ label: a('filterError'), name: 'error', value: error, most: 60, type: 'search', set: (next) => ((error = next.trim()), soon()) })}
        ${outcome(work)}${shown(letters.first, dead)}</section>
      ${hooks.view()}
      ${sending === undefined ? nothing : sure(a('resendSure'), html`<p>${a('resendSureHelp')}</p>`, a('resend'), ((all) => () => resend(all))(sending === 'error'), () => (sending = undefined))}`,
  };
}

function delivery(value: DeliveryStatus): TemplateResult {
  const late = value.oldestUnsentSeconds > 60;
  return html`${figures([a('waiting'), value.waiting], [a('oldest'), seconds(value.oldestUnsentSeconds), late ? 'warm' : ''])}
    <p>${late ? html`<span class="status warm">${a('deliveryLate')}</span>` : html`<span class="status">${a('deliveryGood')}</span>`}</p>
    ${value.days.length === 0
      ? html`<p class="empty">${a('daysNothing')}</p>`
      : table(a('delivery'), [a('date'), a('accepted'), a('sentPushes'), a('received'), a('opened'), a('inTen'), a('oldest')], value.days.map((one) => html`<tr>
          <th scope="row">${day(asDay(one.day))}</th><td>${number(one.accepted)}</td><td>${number(one.sent)}</td><td>${number(one.received)}</td><td>${number(one.opened)}</td>
          <td>${one.handledWithinTenSeconds === undefined ? '–' : html`<progress max="1" value=${one.handledWithinTenSeconds} aria-hidden="true"></progress><span class=${one.handledWithinTenSeconds < GOAL ? 'warm' : ''}>${number(one.handledWithinTenSeconds * 100, 2)} %</span>`}</td>
          <td>${seconds(one.oldestUnsentSeconds)}</td></tr>`), 'wide numbers')}`;
}
