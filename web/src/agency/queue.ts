/** The dossiers on the desk, by risk and age. */
import type { DossierQueue, QueueItem, UnexplainedCell, UnexplainedReturns } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { dossiers } from '../core/api';
import { redraw, type Page } from '../core/app';
import { day, number } from '../core/format';
import { load, shown, type Loading } from '../core/load';
import { t } from '../core/i18n';
import { mustSignIn } from '../pages/signin';
import { ownAgency } from './own';
import { w, type Word } from './words';

const RISKS = ['OVERDUE', 'DUE_SOON', 'PAUSED_LONG', 'PAUSED', 'ON_TRACK', 'NO_DUE_DATE'];

export function queue(_: RegExpMatchArray, address: URL): Page {
  const code = ownAgency();
  const risk = address.searchParams.get('risk') ?? undefined;
  const sort = address.searchParams.get('sort') === 'AGE' ? 'AGE' : 'DUE';
  const desk = mustSignIn() === undefined && code !== undefined ? load(() => read()) : undefined;
  const returns = desk === undefined ? undefined : load(() => dossiers.getUnexplainedReturns({ agency: code }));
  let facets: DossierQueue['facets'];

  async function read(cursor?: string): Promise<DossierQueue> {
    const page = await dossiers.listAgencyDossiers({ code: code!, risk, sort, cursor, limit: 50 });
    facets = page.facets ?? facets;
    return page;
  }

  async function more(value: DossierQueue): Promise<void> {
    const page = await read(value.nextCursor);
    desk!.now = { state: 'there', value: { ...page, items: [...value.items, ...page.items] } };
    redraw();
  }

  function tab(value: string | undefined, words: string): TemplateResult {
    const query = new URLSearchParams({ ...(value === undefined ? {} : { risk: value }), sort });
    return html`<a href=${`/agency/queue?${query}`} aria-current=${risk === value ? 'true' : nothing} class=${value === 'OVERDUE' ? 'warm' : ''}>${words}</a>`;
  }

  function view(value: DossierQueue): TemplateResult {
    const count = (name: string): number => facets?.risk.find((one) => one.value === name)?.count ?? 0;
    return html`<nav class="tabs" aria-label=${w('risk')}>${tab(undefined, w('all'))}
        ${RISKS.filter((name) => count(name) > 0 || name === risk).map((name) => tab(name, `${w(`risk.${name}` as Word)} ${number(count(name))}`))}</nav>
      <p class="fine">${w('sort')}: <a href=${`/agency/queue?${new URLSearchParams({ ...(risk === undefined ? {} : { risk }), sort: sort === 'DUE' ? 'AGE' : 'DUE' })}`}>${sort === 'DUE' ? w('age') : w('due')}</a></p>
      ${value.items.length === 0
        ? html`<p class="empty">${w('none')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${w('queue')}><table class="queue">
            <thead><tr><th scope="col">${w('risk')}</th><th scope="col">${w('dossier')}</th><th scope="col">${w('status')}</th><th scope="col">${w('received')}</th><th scope="col">${w('dueAt')}</th><th scope="col">${w('used')}</th></tr></thead>
            <tbody>${value.items.map(row)}</tbody></table></div>`}
      ${value.nextCursor === undefined ? nothing : html`<button @click=${() => void more(value)}>${t('more')}</button>`}`;
  }

  return {
    title: () => w('queue'),
    view: () => html`<h1 tabindex="-1">${w('queue')}</h1>${mustSignIn() ?? (desk === undefined ? html`<p class="notice">${w('noAgency')}</p>` : html`${shown(desk, view)}${unexplained(returns!)}`)}`,
  };
}

function row(item: QueueItem): TemplateResult {
  const tone = item.risk === 'OVERDUE' || item.risk === 'DUE_SOON' ? 'warm' : item.risk === 'ON_TRACK' ? 'calm' : 'done';
  const used = item.timeUsed === undefined ? undefined : Math.round(item.timeUsed * 100);
  return html`<tr><td><span class="status ${tone}">${w(`risk.${item.risk}` as Word)}</span></td>
    <th scope="row"><strong>${item.code}</strong><br /><span class="clamp">${item.procedure.name ?? item.procedure.code}</span></th>
    <td>${item.statusLabel}</td><td>${item.receivedAt === undefined ? '–' : day(item.receivedAt)}</td><td>${item.dueAt === undefined ? '–' : day(item.dueAt)}</td>
    <td>${used === undefined ? '–' : html`<progress max="100" value=${Math.min(used, 100)} aria-hidden="true"></progress>${number(used)} %`}</td></tr>`;
}

function unexplained(returns: Loading<UnexplainedReturns>): TemplateResult {
  const cell = (one: UnexplainedCell): TemplateResult =>
    one.hidden ? html`<td colspan="2">${w('hiddenSteps')}</td>` : html`<td>${number(one.n ?? 0)}</td><td>${number(one.share ?? 0, 1)}</td>`;
  return html`<section class="sheet returns" aria-labelledby="returns"><h2 id="returns">${w('returns')}</h2><p class="fine">${w('returnsHelp')}</p>
    ${shown(returns, (value) => html`<div class="scroll" tabindex="0" role="region" aria-label=${`${w('table')}: ${w('returns')}`}><table>
      <thead><tr><th scope="col">${w('name')}</th><th scope="col">${w('month')}</th><th scope="col">${w('steps')}</th><th scope="col">${w('share')}</th></tr></thead>
      <tbody><tr><th scope="row">${w('all')}</th><td></td>${cell(value.total)}</tr>
        ${value.cells.map((one) => html`<tr><th scope="row">${one.agency?.name ?? ''}</th><td>${one.month ?? ''}</td>${cell(one)}</tr>`)}</tbody></table></div>`)}
  </section>`;
}
