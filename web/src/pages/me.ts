/** Own dossiers, and one of them with what only its owner sees: the receipt, the rating, who looked. */
import type { AccessEntry, Dossier, DossierSummary } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { dossiers, satisfaction } from '../core/api';
import { redraw, type Page } from '../core/app';
import { claims } from '../core/auth';
import { day, moment } from '../core/format';
import { t } from '../core/i18n';
import { icon } from '../core/icons';
import { load, shown, type Loading } from '../core/load';
import { Pages } from '../core/pages';
import { keepSurvey } from '../offline/surveys';
import { mustSignIn } from './signin';
import { dossierView } from './timeline';

export function me(): Page {
  const list = mustSignIn() === undefined ? new Pages<DossierSummary>((cursor) => dossiers.listMyDossiers({ limit: 50, cursor })) : undefined;

  function view(items: DossierSummary[]): TemplateResult {
    const open = items.filter((item) => item.clock.state !== 'ENDED');
    const ended = items.filter((item) => item.clock.state === 'ENDED');
    return html`
      ${items.length === 0 ? html`<p class="empty">${t('me.none')}</p>` : nothing}
      ${open.length === 0 ? nothing : html`<section aria-labelledby="open"><h2 id="open">${t('me.open')}</h2><ul class="cards">${open.map(row)}</ul></section>`}
      ${ended.length === 0 ? nothing : html`<section aria-labelledby="ended"><h2 id="ended">${t('me.ended')}</h2><ul class="cards">${ended.map(row)}</ul></section>`}
      ${list!.more()}`;
  }

  return {
    title: () => t('me.title'),
    view: () => html`<h1 tabindex="-1">${t('me.title')}</h1>
      ${list === undefined ? mustSignIn() : html`${claims().name === undefined ? nothing : html`<p class="lead">${t('me.hello', { name: String(claims().name) })}</p>`}<p class="actions"><a class="button" href="/feedback/mine">${icon('talk')} ${t('me.feedback')}</a></p>
        ${shown(list.first, (page) => view(page.items))}`}`,
  };
}

function row(item: DossierSummary): TemplateResult {
  const asked = item.status === 'SUPPLEMENT_REQUESTED' || item.status === 'PAYMENT_REQUESTED';
  const tone = item.clock.overdue || asked ? 'warm' : item.clock.state === 'ENDED' ? 'done' : 'calm';
  return html`<li><a href="/me/${encodeURIComponent(item.code)}">
    <strong>${item.procedure.name ?? item.procedure.code}</strong>
    <span class="facts"><span class="status ${tone}">${item.statusLabel}</span>
      ${item.dueAt === undefined || item.clock.state === 'ENDED' ? nothing : html`<span>${t('dossier.due', { day: day(item.dueAt) })}</span>`}
      <span>${item.code}</span></span></a></li>`;
}

export function myDossier(match: RegExpMatchArray): Page {
  const code = decodeURIComponent(match[1]);
  const dossier = mustSignIn() === undefined ? load(read) : undefined;
  let looks: Pages<AccessEntry> | undefined;
  let receipt: Loading<string> | undefined;

  async function read(): Promise<Dossier> {
    const value = await dossiers.getMyDossier({ code });
    if (value.ticket !== undefined) {
      // Kept, so that the rating can be written without a network.
      const ticket = value.ticket;
      void satisfaction.getSurvey({ ticket }).then((survey) => keepSurvey(ticket, survey)).catch(() => undefined);
    }
    return value;
  }

  function showLooks(): void {
    looks = new Pages<AccessEntry>((cursor) => dossiers.getMyAccessLog({ code, limit: 50, cursor }));
    redraw();
  }

  function looked({ items }: { items: AccessEntry[] }): TemplateResult {
    return items.length === 0 ? html`<p>${t('me.looksNone')}</p>` : html`<ul class="looks">${items.map(look)}</ul>${looks!.more()}`;
  }

  function showReceipt(): void {
    receipt = load(async () => (await dossiers.getMyReceipt({ code })).secret);
    redraw();
  }

  function view(value: Dossier): TemplateResult {
    return html`
      ${value.ticket === undefined ? nothing : html`<a class="banner" href="/r#${value.ticket}">${icon('talk')}<span><strong>${t('me.rate')}</strong><small>${t('me.rateHelp')}</small></span>${icon('arrow')}</a>`}
      ${dossierView(value)}
      <section aria-labelledby="looks"><h2 id="looks">${t('me.looks')}</h2>
        ${looks === undefined
          ? html`<p>${t('me.looksHelp')}</p><button @click=${showLooks}>${t('me.looksShow')}</button>`
          : shown(looks.first, looked)}
      </section>
      <section aria-labelledby="receipt"><h2 id="receipt">${t('me.receipt')}</h2>
        ${receipt === undefined
          ? html`<p>${t('me.receiptHelp')}</p><button @click=${showReceipt}>${t('me.receiptShow')}</button>`
          : shown(receipt, (secret) => html`<p class="secret">${secret}</p>`)}
      </section>`;
  }

  return {
    title: () => (dossier?.now.state === 'there' ? (dossier.now.value.procedure.name ?? code) : code),
    view: () => html`<p><a href="/me">${icon('back')} ${t('me.title')}</a></p>
      ${dossier?.now.state === 'there' ? nothing : html`<h1 tabindex="-1" class="code">${code}</h1>`}
      ${dossier === undefined ? mustSignIn() : shown(dossier, view)}`,
  };
}

function look(entry: AccessEntry): TemplateResult {
  return html`<li><time datetime=${entry.at.toISOString()}>${entry.role === 'PROOF_HOLDER' ? day(entry.at) : moment(entry.at)}</time>
    <strong>${entry.roleLabel}</strong>
    <span>${[entry.agency?.name, entry.position, entry.purposeLabel, entry.networks === undefined ? undefined : t('me.networks', { n: entry.networks })].filter(Boolean).join(' · ')}</span></li>`;
}
