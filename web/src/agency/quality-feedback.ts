/** The feedback behind a number of the index, page by page. */
import { PetitionPart, type CountedPetition, type CountedPetitionPage } from 'client';
import { html, type TemplateResult } from 'lit-html';
import type { Page } from '../core/app';
import { asDay, plainDay } from '../core/format';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { reports } from './api';
import { address, mustBeOfficer, scrolled, unitOf } from './desk';
import { caseAddress } from './feedback';
import { coded } from './feedback-words';
import { daysOf } from './period';
import { q } from './quality-words';

const PATH = '/agency/quality/feedback';

export function qualityFeedback(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const days = daysOf(place);
  const part = Object.values(PetitionPart).find((one) => one === place.searchParams.get('part')) ?? PetitionPart.All;
  const stop = mustBeOfficer();
  const list = stop === undefined
    ? new Pages<CountedPetition, CountedPetitionPage>((cursor) => reports.listServiceQualityFeedback({ code: code!, from: asDay(days.from), to: asDay(days.to), part, limit: 50, cursor }))
    : undefined;

  function row(one: CountedPetition): TemplateResult {
    return html`<tr><th scope="row"><a href=${caseAddress(one.code, code)}>${one.code}</a></th><td>${one.unit}</td><td>${coded('subject', one.subject)}</td>
      <td>${one.open || one.outcome === undefined ? q('stillOpen') : coded('outcome', one.outcome)}</td>
      <td><span class="status ${one.late ? 'warm' : ''}">${q(one.late ? 'feedback.LATE' : 'feedback.ON_TIME')}</span></td>
      <td><span class="status ${one.unsatisfied ? 'warm' : ''}">${q(one.unsatisfied ? 'feedback.UNSATISFIED' : 'feedback.SATISFIED')}</span></td></tr>`;
  }

  function view(page: CountedPetitionPage): TemplateResult {
    return page.items.length === 0
      ? html`<p class="empty">${q('feedbackNone')}</p>`
      : html`${scrolled(q('feedback'), html`<table class="wide-table"><thead><tr><th scope="col">${q('case')}</th><th scope="col">${q('unit')}</th><th scope="col">${q('subject')}</th><th scope="col">${q('outcome')}</th><th scope="col">${q('timeliness')}</th><th scope="col">${q('feedback.SATISFIED')}</th></tr></thead>
          <tbody>${page.items.map(row)}</tbody></table>`)}${list!.more()}`;
  }

  return {
    title: () => q('feedback'),
    view: () => html`<p class="over"><a href=${address('/agency/quality', { unit: code, ...days })}>${q('back')}</a></p>
      <h1 tabindex="-1">${q('feedback')}</h1>${stop ?? html`
      <p class="lead">${code}, ${plainDay(asDay(days.from))} – ${plainDay(asDay(days.to))}. ${q('feedbackHelp')}</p>
      <nav class="tabs" aria-label=${q('parts')}>${Object.values(PetitionPart).map((one) => html`<a href=${address(PATH, { unit: code, ...days, part: one })} aria-current=${one === part ? 'true' : 'false'}>${q(`feedback.${one}`)}</a>`)}</nav>
      ${shown(list!.first, view)}`}`,
  };
}
