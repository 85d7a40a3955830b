/** After sending: the receipt, or what waits on this phone. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { plainDay } from '../core/format';
import { icon } from '../core/icons';
import type { Draft } from './draft';
import type { Outcome } from './sending';
import { f } from './words';

export function sentView({ code, receipt, refused }: Extract<Outcome, { state: 'sent' }>): TemplateResult {
  return html`
    ${receipt === undefined
      ? nothing
      : html`<p role="status">${f('sentTo', { agency: receipt.agency.name })} ${receipt.dueOn === undefined ? nothing : html`<strong>${f('due', { day: plainDay(receipt.dueOn) })}</strong>.`}</p>
          ${receipt.guidance === undefined ? nothing : html`<p class="notice bad" role="alert">${receipt.guidance}</p>`}`}
    ${refused.length === 0 ? nothing : html`<div class="notice bad" role="alert"><p>${f('filesRefused')}</p><ul>${refused.map((why) => html`<li>${why}</li>`)}</ul></div>`}
    <dl class="receipt"><dt>${f('code')}</dt><dd class="secret">${code}</dd>
      ${receipt === undefined ? nothing : html`<dt>${f('secret')}</dt><dd class="secret">${receipt.secret}</dd>`}</dl>
    ${receipt === undefined ? nothing : html`<p class="fine">${f('secretHelp')}</p>`}
    ${receipt === undefined || receipt.similar.length === 0
      ? nothing
      : html`<section><h2>${f('similar')}</h2><ul class="rows">${receipt.similar.map((one) => html`<li><a href="/feedback/${one}">${one}</a></li>`)}</ul></section>`}
    <p class="actions"><a class="button" href="/feedback/mine/${code}">${f('open')} ${icon('arrow')}</a><a href="/feedback/mine">${f('mine')}</a></p>`;
}

export interface WaitingActions {
  now: () => void;
  edit: () => void;
  drop: () => void;
  another: () => void;
}

export function waitingView(draft: Draft, { now, edit, drop, another }: WaitingActions): TemplateResult {
  const online = navigator.onLine;
  return html`<p class="notice" role="status">${draft.code === undefined ? f(online ? 'keptOnline' : 'kept') : f('keptFiles', { code: draft.code, n: draft.files.length })}</p>
    <blockquote><strong>${draft.input.title}</strong><p class="pre">${draft.input.text}</p></blockquote>
    <div class="actions">
      ${online ? html`<button class="main" @click=${now}>${f('sendNow')}</button>` : nothing}
      ${draft.code === undefined ? html`<button @click=${edit}>${f('edit')}</button>` : nothing}
      <button @click=${another}>${f('another')}</button>
      <button class="quiet danger-quiet" @click=${drop}>${f('draftDrop')}</button>
    </div>`;
}
