/** Own cases: what is being written here, then what has been sent. */
import type { FeedbackSummary } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { feedback } from '../core/api';
import type { Page } from '../core/app';
import { signedIn } from '../core/auth';
import { day, plainDay } from '../core/format';
import { icon } from '../core/icons';
import { load, shown } from '../core/load';
import { Pages } from '../core/pages';
import { mustSignIn } from '../pages/signin';
import { ownDrafts, placeOf, type Draft } from './draft';
import { SENT } from './sending';
import { f } from './words';

export function myFeedback(): Page {
  const drafts = load(ownDrafts);
  const cases = signedIn() ? new Pages<FeedbackSummary>((cursor) => feedback.listMyFeedback({ limit: 30, cursor })) : undefined;

  function arrived(): void {
    drafts.again();
    cases?.first.again();
  }
  addEventListener(SENT, arrived);

  function here(items: Draft[]): TemplateResult | typeof nothing {
    return items.length === 0
      ? nothing
      : html`<section aria-labelledby="drafts"><h2 id="drafts">${f('drafts')}</h2><ul class="cards">${items.map(
          (draft) => html`<li><a href=${placeOf(draft)}><strong>${draft.input.title || f('draftNoTitle')}</strong>
            <span class="facts"><span class="status ${draft.waiting ? 'warm' : 'done'}">${f(draft.waiting ? 'waitingState' : 'draftState')}</span><span>${f('changed', { at: day(new Date(draft.savedAt)) })}</span></span></a></li>`,
        )}</ul></section>`;
  }

  function sent({ items }: { items: FeedbackSummary[] }): TemplateResult {
    return items.length === 0
      ? html`<p class="empty">${f('none')}</p>`
      : html`<ul class="cards">${items.map(row)}</ul>${cases!.more()}`;
  }

  return {
    title: () => f('mine'),
    close: () => removeEventListener(SENT, arrived),
    view: () => html`<p><a href="/feedback">${icon('back')} ${f('title')}</a></p>
      <h1 tabindex="-1">${f('mine')}</h1>
      <p><a class="button main" href="/feedback/new">${icon('talk')} ${f('write')}</a></p>
      ${drafts.now.state === 'there' ? here(drafts.now.value) : nothing}
      ${cases === undefined ? mustSignIn() : shown(cases.first, sent)}`,
  };
}

function row(item: FeedbackSummary): TemplateResult {
  const asks = item.state === 'SUPPLEMENT_REQUESTED' || item.state === 'ANSWERED';
  const ended = ['PUBLISHED', 'CLOSED', 'REFUSED', 'OUT_OF_SCOPE'].includes(item.state);
  return html`<li><a href="/feedback/mine/${item.code}">
    <strong>${item.title}</strong>
    <span class="facts"><span class="status ${asks ? 'warm' : ended ? 'done' : 'calm'}">${item.stateLabel}</span>
      ${item.dueOn === undefined || ended || item.state === 'ANSWERED' ? nothing : html`<span>${f('due', { day: plainDay(item.dueOn) })}</span>`}
      <span>${item.agency.name}</span><span>${item.code}</span></span></a></li>`;
}
