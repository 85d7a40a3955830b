/** The dossiers behind a number of the index, page by page. */
import { DossierPart, type CountedDossier, type CountedDossierPage } from 'client';
import { html, type TemplateResult } from 'lit-html';
import type { Page } from '../core/app';
import { asDay, day, plainDay } from '../core/format';
import { named } from '../core/i18n';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { reports } from './api';
import { address, mustBeOfficer, scrolled, unitOf } from './desk';
import { daysOf } from './period';
import { q, type QualityWord } from './quality-words';

const PATH = '/agency/quality/dossiers';

export function qualityDossiers(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const days = daysOf(place);
  const part = Object.values(DossierPart).find((one) => one === place.searchParams.get('part')) ?? DossierPart.Overdue;
  const stop = mustBeOfficer();
  const list = stop === undefined
    ? new Pages<CountedDossier, CountedDossierPage>((cursor) => reports.listServiceQualityDossiers({ code: code!, from: asDay(days.from), to: asDay(days.to), part, cursor }))
    : undefined;

  function tab(one: DossierPart): TemplateResult {
    return html`<a href=${address(PATH, { unit: code, ...days, part: one })} aria-current=${one === part ? 'true' : 'false'}>${q(`part.${one}`)}</a>`;
  }

  function row(one: CountedDossier): TemplateResult {
    const tone = one.timeliness === 'OVERDUE' ? 'warm' : one.timeliness === 'NOT_COUNTED' ? 'done' : 'calm';
    return html`<tr><th scope="row"><a href=${address(`/agency/dossiers/${encodeURIComponent(one.code)}`, { unit: code })}>${one.code}</a></th>
      <td>${one.agency}</td><td>${one.procedureCode ?? '–'}</td><td>${one.channel === undefined ? '–' : named('channel', one.channel)}</td>
      <td>${day(one.receivedAt)}</td><td>${q(`status.${one.status}` as QualityWord)}<br /><small>${day(one.since)}</small></td>
      <td><span class="status ${tone}">${q(`timeliness.${one.timeliness}` as QualityWord)}</span></td></tr>`;
  }

  function view(page: CountedDossierPage): TemplateResult {
    return page.items.length === 0
      ? html`<p class="empty">${q('none')}</p>`
      : html`${scrolled(q('dossiers'), html`<table class="wide-table"><thead><tr><th scope="col">${q('dossier')}</th><th scope="col">${q('unit')}</th><th scope="col">${q('procedure')}</th><th scope="col">${q('channel')}</th><th scope="col">${q('received')}</th><th scope="col">${q('status')}</th><th scope="col">${q('timeliness')}</th></tr></thead>
          <tbody>${page.items.map(row)}</tbody></table>`)}${list!.more()}`;
  }

  return {
    title: () => q('dossiers'),
    view: () => html`<p class="over"><a href=${address('/agency/quality', { unit: code, ...days })}>${q('back')}</a></p>
      <h1 tabindex="-1">${q('dossiers')}</h1>${stop ?? html`
      <p class="lead">${code}, ${plainDay(asDay(days.from))} – ${plainDay(asDay(days.to))}. ${q('dossiersHelp')}</p>
      <nav class="tabs" aria-label=${q('parts')}>${Object.values(DossierPart).map(tab)}</nav>
      ${shown(list!.first, view)}`}`,
  };
}
