/** Ratings that were set apart because they do not look like people's: why, what they say, and the decision with its reason. */
import type { ListQuarantineReviewsStateEnum, QuarantineReview } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { day, number } from '../core/format';
import { load, shown } from '../core/load';
import { administration, asDay } from './api';
import type { Inner } from './gate';
import { editing, fault, field, job, outcome, sure, table } from './parts';
import { a, known } from './words';

const STATES: ListQuarantineReviewsStateEnum[] = ['HELD', 'RELEASED', 'REJECTED'];
const LEVELS = [1, 2, 3, 4, 5];

export function open(address: URL): Inner {
  const wished = address.searchParams.get('state') as ListQuarantineReviewsStateEnum;
  const state = STATES.includes(wished) ? wished : 'HELD';
  const list = load(() => administration.listQuarantineReviews({ state }).then(({ items }) => items));
  const cards = new Map<number, () => TemplateResult>();

  /** A case keeps what is being written about it when the list is read again. */
  function cardOf(item: QuarantineReview): TemplateResult {
    const { id } = item.quarantined;
    const one = cards.get(id) ?? card(item, () => void list.refresh());
    cards.set(id, one);
    return one();
  }

  return {
    view: () => html`<p class="lead">${a('quarantineLead')}</p>
      <nav class="tabs" aria-label=${a('stateName')}>${STATES.map((one) => html`<a href=${`?state=${one}`} aria-current=${one === state ? 'true' : nothing}>${known('quarantine', one)}</a>`)}</nav>
      ${shown(list, (items) => (items.length === 0 ? html`<p class="empty">${known('quarantineNone', state)}</p>` : html`<ul class="cases">${items.map(cardOf)}</ul>`))}`,
  };
}

function card(review: QuarantineReview, decided: () => void): () => TemplateResult {
  const { quarantined: one, questions, decidedBy } = review;
  const edit = editing<{ why: string }>(`quarantine-${one.id}`, { why: '' });
  const work = job();
  let deciding: 'RELEASE' | 'REJECT' | undefined;
  const most = Math.max(1, ...one.levels);

  const decide = (decision: 'RELEASE' | 'REJECT'): void => void work.run(async () => {
    await administration.decideQuarantine({ id: one.id, quarantineDecision: { decision, explanation: edit.now.why.trim() } });
    edit.begin({ why: '' });
    decided();
    return a(decision === 'RELEASE' ? 'released' : 'rejected');
  });

  function decision(): TemplateResult {
    const none = edit.now.why.trim() === '';
    return html`${field({ label: a('explanation'), name: `why-${one.id}`, value: edit.now.why, rows: 3, most: 1000, set: (why) => edit.set({ why }), help: a('explanationHelp'), fault: fault(work, '/explanation') })}
      <p class="actions"><button class="main" ?disabled=${none || work.busy} @click=${() => ((deciding = 'RELEASE'), redraw())}>${a('countThem')}</button>
        <button class="danger-quiet" ?disabled=${none || work.busy} @click=${() => ((deciding = 'REJECT'), redraw())}>${a('rejectThem')}</button></p>`;
  }

  return () => html`<li class="sheet"><div class="head"><h2>${a('caseOf', { n: number(one.ratings), agency: one.agencyName })}</h2><span class="status ${one.state === 'HELD' ? 'warm' : 'done'}">${known('quarantine', one.state)}</span></div>
    <p class="fine">${a('caseFacts', { id: one.id, agency: one.agency, month: one.month, questionnaire: `${one.questionnaire}/${one.version}`, on: day(asDay(one.heldOn)) })}</p>
    <h3>${a('whyHeld')}</h3><ul class="reasons">${one.reasons.map((reason) => html`<li><strong>${reason.label}</strong> <span class="fine">${chance(reason.chance)}</span></li>`)}</ul>
    <h3>${a('overallAnswers')}</h3><ul class="bars">${LEVELS.map((level) => html`<li><span>${known('level', String(level))}</span><progress max=${most} value=${one.levels[level - 1] ?? 0} aria-hidden="true"></progress><strong>${number(one.levels[level - 1] ?? 0)}</strong></li>`)}</ul>
    <details><summary>${a('byQuestion')}</summary>${table(a('byQuestion'), [a('question'), ...LEVELS.map(String)], questions.map((question) => html`<tr><th scope="row">${question.code}</th>${LEVELS.map((level) => html`<td>${question.levels[level - 1] ?? 0}</td>`)}</tr>`), 'numbers')}</details>
    ${one.state === 'HELD' ? decision() : html`<p class="notice">${one.explanation ?? ''} <span class="fine">${one.decidedOn === undefined ? '' : day(asDay(one.decidedOn))} ${decidedBy ?? ''}</span></p>`}
    ${outcome(work)}
    ${deciding === undefined ? nothing : sure(a(deciding === 'RELEASE' ? 'releaseSure' : 'rejectSure'), html`<p>${a(deciding === 'RELEASE' ? 'releaseHelp' : 'rejectHelp')}</p><p class="notice">${edit.now.why}</p>`,
      a(deciding === 'RELEASE' ? 'countThem' : 'rejectThem'), ((which) => () => decide(which))(deciding), () => (deciding = undefined), deciding === 'REJECT')}</li>`;
}

/** "1 in 1,200,000": a number that small says nothing as a share. */
function chance(value: number): string {
  return value <= 0 || value < 1e-9 ? a('chanceTiny') : a('chance', { n: number(Math.round(1 / value)) });
}
