/** The dossiers on the desk, by risk and age. */
import type { DossierQueue, QueueItem } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { dossiers } from '../core/api';
import { go, type Page } from '../core/app';
import { day, number } from '../core/format';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { address, mustBeOfficer, problem, save, scrolled, Sending, unitChoice, unitOf } from './desk';
import { w, type Word } from './words';

const PATH = '/agency/queue';
const RISKS = ['OVERDUE', 'DUE_SOON', 'PAUSED_LONG', 'PAUSED', 'ON_TRACK', 'NO_DUE_DATE'];

export function queue(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const risk = RISKS.find((one) => one === place.searchParams.get('risk'));
  const state = place.searchParams.get('state') ?? undefined;
  const sort = place.searchParams.get('sort') === 'AGE' ? 'AGE' : 'DUE';
  const stop = mustBeOfficer();
  const saving = new Sending();
  let facets: DossierQueue['facets'];
  const desk = stop === undefined ? new Pages<QueueItem, DossierQueue>(read) : undefined;

  async function read(cursor?: string): Promise<DossierQueue> {
    const page = await dossiers.listAgencyDossiers({ code: code!, risk, state, sort, cursor, limit: 50 });
    facets = page.facets ?? facets;
    return page;
  }

  function here(change: Record<string, string | undefined>): string {
    return address(PATH, { unit: code, risk, state, sort, ...change });
  }

  function tab(value: string | undefined, words: string): TemplateResult {
    return html`<a href=${here({ risk: value })} aria-current=${risk === value ? 'true' : 'false'} class=${value === 'OVERDUE' ? 'warm' : ''}>${words}</a>`;
  }

  function download(): void {
    void saving.run(async () => {
      const answer = await dossiers.exportAgencyDossiersRaw({ code: code!, risk, state, sort });
      save(await answer.raw.blob(), `ho-so-${code}.csv`);
    });
  }

  function view(value: DossierQueue): TemplateResult {
    const count = (name: string): number => facets?.risk.find((one) => one.value === name)?.count ?? 0;
    return html`<nav class="tabs" aria-label=${w('risk')}>${tab(undefined, w('all'))}
        ${RISKS.filter((name) => count(name) > 0 || name === risk).map((name) => tab(name, `${w(`risk.${name}` as Word)} ${number(count(name))}`))}</nav>
      <div class="choices">
        <label>${w('status')} <select @change=${(event: Event) => go(here({ state: (event.target as HTMLSelectElement).value }))}>
          <option value="" ?selected=${state === undefined}>${w('all')}</option>
          ${facets?.state.map((one) => html`<option value=${one.value} ?selected=${one.value === state}>${one.label} (${number(one.count)})</option>`)}</select></label>
        <label>${w('sort')} <select @change=${(event: Event) => go(here({ sort: (event.target as HTMLSelectElement).value }))}>
          <option value="DUE" ?selected=${sort === 'DUE'}>${w('due')}</option><option value="AGE" ?selected=${sort === 'AGE'}>${w('age')}</option></select></label>
        <button ?disabled=${saving.busy} @click=${download}>${w('csv')}</button></div>
      ${problem(saving.failed)}
      ${value.items.length === 0
        ? html`<p class="empty">${w('none')}</p>`
        : scrolled(w('queue'), html`<table class="queue wide-table">
            <thead><tr><th scope="col">${w('risk')}</th><th scope="col">${w('dossier')}</th><th scope="col">${w('status')}</th><th scope="col">${w('received')}</th><th scope="col">${w('dueAt')}</th><th scope="col">${w('used')}</th></tr></thead>
            <tbody>${value.items.map((item) => row(item, code!))}</tbody></table>`)}
      ${desk!.more()}`;
  }

  return {
    title: () => w('queue'),
    view: () => html`<div class="head"><h1 tabindex="-1">${w('queue')}</h1><a href=${address('/agency/returns', { unit: code })}>${w('returns')}</a></div>
      ${stop ?? html`${unitChoice(code!, (unit) => here({ unit }))}${shown(desk!.first, view)}`}`,
  };
}

function row(item: QueueItem, unit: string): TemplateResult {
  const tone = item.risk === 'OVERDUE' || item.risk === 'DUE_SOON' ? 'warm' : item.risk === 'ON_TRACK' ? 'calm' : 'done';
  const used = item.timeUsed === undefined ? undefined : Math.round(item.timeUsed * 100);
  return html`<tr><td><span class="status ${tone}">${w(`risk.${item.risk}` as Word)}</span></td>
    <th scope="row"><a href=${address(`/agency/dossiers/${encodeURIComponent(item.code)}`, { unit })}><strong>${item.code}</strong></a><br /><span class="clamp">${item.procedure.name ?? item.procedure.code}</span><small>${item.agency.name}</small></th>
    <td>${item.statusLabel}${item.pausedSince === undefined ? nothing : html`<br /><small>${w('pausedSince', { day: day(item.pausedSince) })}</small>`}</td>
    <td>${item.receivedAt === undefined ? '–' : day(item.receivedAt)}</td><td>${item.dueAt === undefined ? '–' : day(item.dueAt)}</td>
    <td>${used === undefined ? '–' : html`<progress max="100" value=${Math.min(used, 100)} aria-hidden="true"></progress>${number(used)} %`}</td></tr>`;
}
