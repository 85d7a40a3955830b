/** How the firms' webhooks fare, in counts: addresses and content are the firms' own. */
import type { WebhookHealth } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { load, shown } from '../core/load';
import { administration } from './api';
import { figures, seconds, table } from './parts';
import { a } from './words';

export function webhooks(): { view: () => TemplateResult } {
  const found = load(() => administration.getWebhookHealth());
  return {
    view: () => html`<section class="sheet" aria-labelledby="hooks"><h2 id="hooks">${a('webhooks')}</h2><p class="fine">${a('webhooksHelp')}</p>${shown(found, health)}</section>`,
  };
}

function health(value: WebhookHealth): TemplateResult {
  return value.active + value.paused + value.disabled === 0
    ? html`<p class="empty">${a('webhooksNone')}</p>`
    : html`${figures(
        [a('hookActive'), value.active], [a('hookFailing'), value.failing, value.failing > 0 ? 'warm' : ''], [a('hookPaused'), value.paused],
        [a('hookDisabled'), value.disabled, value.disabled > 0 ? 'warm' : ''], [a('hookWaiting'), value.waiting], [a('oldest'), seconds(value.oldestWaitingSeconds)],
        [a('hookDead'), value.deadLetters, value.deadLetters > 0 ? 'warm' : ''],
      )}${value.errors.length === 0 ? nothing : html`<h3>${a('hookErrors')}</h3>${table(a('hookErrors'), [a('hookError'), a('hookEndpoints')],
        value.errors.map((one) => html`<tr><th scope="row">${one.error}</th><td>${one.endpoints}</td></tr>`))}`}`;
}
