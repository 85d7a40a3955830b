/** Cases of feedback on the desk, next due first. */
import type { FeedbackQueue, FeedbackQueueItem } from 'client';
import { html, type TemplateResult } from 'lit-html';
import { go, type Page } from '../core/app';
import { day, number, plainDay } from '../core/format';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { feedback as api } from './api';
import { address, mustBeOfficer, scrolled, unitChoice, unitOf } from './desk';
import { coded, f } from './feedback-words';

const PATH = '/agency/feedback';
const RISKS = ['OVERDUE', 'REOPENED', 'DUE_SOON', 'ON_TRACK', 'WAITING', 'NO_DUE_DATE'];

export function caseAddress(code: string, unit: string | undefined): string {
  return address(`${PATH}/${encodeURIComponent(code)}`, { unit });
}

export function feedback(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const asked = place.searchParams.get('risk');
  const risk = asked !== null && RISKS.includes(asked) ? asked : undefined;
  const stop = mustBeOfficer();
  let facets: FeedbackQueue['facets'];
  const list = stop === undefined ? new Pages<FeedbackQueueItem, FeedbackQueue>(read) : undefined;

  async function read(cursor?: string): Promise<FeedbackQueue> {
    const page = await api.listAgencyFeedback({ code: code!, risk, limit: 50, cursor });
    facets = page.facets ?? facets;
    return page;
  }

  function tab(value: string | undefined, words: string): TemplateResult {
    return html`<a href=${address(PATH, { unit: code, risk: value })} aria-current=${risk === value ? 'true' : 'false'} class=${value === 'OVERDUE' || value === 'REOPENED' ? 'warm' : ''}>${words}</a>`;
  }

  function row(one: FeedbackQueueItem): TemplateResult {
    const label = facets?.find((facet) => facet.risk === one.risk)?.label ?? one.risk;
    const remarks = [
      one.kind === 'REPAIR' ? coded('kind', one.kind) : '',
      one.track === 'NONE' ? '' : coded('track', one.track),
      one.reopened > 0 ? f('reopened', { n: one.reopened }) : '',
      one.repeatedOf === undefined ? '' : f('repeated', { code: one.repeatedOf }),
    ].filter(Boolean);
    return html`<tr><td><span class="status ${tone(one.risk)}">${label}</span></td>
      <td>${one.dueOn === undefined ? '–' : plainDay(one.dueOn)}</td>
      <th scope="row"><a href=${caseAddress(one.code, code)}>${one.code}</a></th>
      <td>${one.stateLabel}</td><td>${one.agency.name}</td><td>${day(one.sentAt)}</td>
      <td>${remarks.map((remark) => html`<span class="remark">${remark}</span> `)}</td></tr>`;
  }

  function view(page: FeedbackQueue): TemplateResult {
    const count = (name: string): number => facets?.find((one) => one.risk === name)?.cases ?? 0;
    const labels = new Map(facets?.map((one) => [one.risk as string, one.label]));
    return html`<nav class="tabs" aria-label=${f('risk')}>${tab(undefined, f('all'))}
        ${RISKS.filter((name) => count(name) > 0).map((name) => tab(name, `${labels.get(name) ?? name} ${number(count(name))}`))}</nav>
      ${page.items.length === 0
        ? html`<p class="empty">${risk === undefined ? f('noneAll') : f('none')}</p>`
        : scrolled(f('title'), html`<table class="wide-table"><thead><tr><th scope="col">${f('risk')}</th><th scope="col">${f('due')}</th><th scope="col">${f('case')}</th><th scope="col">${f('state')}</th><th scope="col">${f('unit')}</th><th scope="col">${f('sent')}</th><th scope="col">${f('remarks')}</th></tr></thead>
            <tbody>${page.items.map(row)}</tbody></table>`)}
      ${list!.more()}`;
  }

  function byCode(event: Event): void {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get('code') ?? '').trim();
    if (typed !== '') {
      go(caseAddress(typed, code));
    }
  }

  return {
    title: () => f('title'),
    view: () => html`<div class="head"><h1 tabindex="-1">${f('title')}</h1><a href=${address(`${PATH}/figures`, { unit: code })}>${f('figures')}</a></div>
      ${stop ?? html`<p class="lead">${f('lead')}</p>
        <div class="choices">${unitChoice(code!, (unit) => address(PATH, { unit, risk }))}
          <form class="by-code" @submit=${byCode}><label>${f('byCode')} <input name="code" maxlength="60" autocomplete="off" placeholder="PAKN.20261126.0001" aria-describedby="by-code" /></label><button>${f('openIt')}</button>
            <small id="by-code">${f('byCodeHelp')}</small></form></div>
        ${shown(list!.first, view)}`}`,
  };
}

function tone(risk: string): string {
  return risk === 'OVERDUE' || risk === 'REOPENED' || risk === 'DUE_SOON' ? 'warm' : risk === 'ON_TRACK' ? 'calm' : 'done';
}
