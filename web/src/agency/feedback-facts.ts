/** The parts of a case that are only read. */
import type { Feedback, FeedbackDeadline, FeedbackHandOver, IdentityHint, SimilarFeedback } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { moment, number, plainDay } from '../core/format';
import { address, scrolled } from './desk';
import { caseAddress } from './feedback';
import { coded, f } from './feedback-words';

/** The text as it was written, with what looks personal marked. */
export function markedText(text: string, hints: IdentityHint[]): TemplateResult {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const hint of hints) {
    parts.push(text.slice(at, hint.from), html`<mark title=${coded('hint', hint.kind)}>${text.slice(hint.from, hint.to)}<span class="sr"> (${coded('hint', hint.kind)})</span></mark>`);
    at = hint.to;
  }
  return html`<p class="pre">${parts}${text.slice(at)}</p>${hints.length === 0 ? nothing : html`<p class="fine">${f('marked')}</p>`}`;
}

/** The text with what looks personal replaced by what it is, as a beginning for publishing. */
export function withoutHints(text: string, hints: IdentityHint[]): string {
  return [...hints].sort((one, other) => other.from - one.from).reduce(
    (left, hint) => `${left.slice(0, hint.from)}[${coded('hint', hint.kind)}]${left.slice(hint.to)}`, text);
}

export function facts(one: Feedback, unit: string): TemplateResult {
  const inside = one.handling;
  const fact = (name: string, value: TemplateResult | string | undefined): TemplateResult | typeof nothing =>
    value === undefined ? nothing : html`<dt>${name}</dt><dd>${value}</dd>`;
  return html`<section class="sheet" aria-labelledby="facts"><h2 id="facts">${f('facts')}</h2><dl class="facts">
    ${fact(f('unit'), one.agency.name)}
    ${fact(f('sent'), moment(one.sentAt))}
    ${fact(f('due'), one.dueOn === undefined ? undefined : plainDay(one.dueOn))}
    ${fact(f('subject'), `${one.subjectLabel ?? f('notYet')}${one.matter === undefined ? '' : `. ${coded('matter', String(one.matter))}`}`)}
    ${fact(f('track'), one.track === 'NONE' ? undefined : html`<strong class="status warm">${one.trackLabel}</strong> ${inside?.trackByOfficer ? f('trackByOfficer') : f('trackByWords')}`)}
    ${fact(f('remarks'), one.reopened > 0 || inside?.repeatedOf !== undefined
      ? html`${one.reopened > 0 ? f('reopened', { n: one.reopened }) : nothing} ${inside?.repeatedOf === undefined ? nothing : html`<a href=${caseAddress(inside.repeatedOf, unit)}>${f('repeated', { code: inside.repeatedOf })}</a>`}`
      : undefined)}
    ${fact(f('solved'), one.solved === undefined ? undefined : one.solved ? f('solvedYes') : f('solvedNo'))}
    ${fact(f('place'), one.place)}
    ${fact(f('procedure'), one.procedureCode === undefined ? undefined : html`<a href="/p/${one.procedureCode}" target="_blank">${one.procedureCode}</a>`)}
    ${fact(f('dossier'), one.dossierCode === undefined ? undefined : html`<a href=${address(`/agency/dossiers/${encodeURIComponent(one.dossierCode)}`, { unit })}>${one.dossierCode}</a>`)}
    ${fact(f('times'), one.times === undefined ? undefined : f('timesOf', { units: one.times.units, sender: one.times.sender, rest: one.times.atRest }))}
  </dl></section>`;
}

export function deadlines(all: FeedbackDeadline[]): TemplateResult {
  return html`<section class="sheet" aria-labelledby="deadlines"><h2 id="deadlines">${f('deadlines')}</h2>
    ${all.length === 0 ? html`<p class="fine">${f('deadlinesNone')}</p>` : scrolled(f('deadlines'), html`<table>
      <thead><tr><th scope="col">${f('step')}</th><th scope="col">${f('due')}</th><th scope="col">${f('source')}</th></tr></thead>
      <tbody>${all.map((one) => html`<tr><th scope="row">${one.label}</th>
        <td>${one.dueOn === undefined ? '–' : plainDay(one.dueOn)} ${one.overdue ? html`<span class="status warm">${f('overdue')}</span>` : nothing}</td>
        <td>${f('days', { n: one.workingDays })}, ${one.source}</td></tr>`)}</tbody></table>`)}</section>`;
}

export function handOvers(all: FeedbackHandOver[]): TemplateResult {
  return html`<section class="sheet" aria-labelledby="handovers"><h2 id="handovers">${f('handOvers')}</h2>
    ${scrolled(f('handOvers'), html`<table>
      <thead><tr><th scope="col">${f('unit')}</th><th scope="col">${f('from')}</th><th scope="col">${f('to')}</th><th scope="col">${f('result')}</th></tr></thead>
      <tbody>${all.map((one) => html`<tr><th scope="row">${one.unit.name}<br /><small>${coded('action', one.action)}</small></th><td>${plainDay(one.startedOn)}</td>
        <td>${one.finishedOn === undefined ? f('now') : plainDay(one.finishedOn)}<br /><small>${f('days', { n: one.workingDays })}</small></td>
        <td>${one.outcome === undefined ? '–' : coded('outcome', one.outcome)} ${one.late ? html`<span class="status warm">${f('late')}</span>` : nothing}</td></tr>`)}</tbody></table>`)}</section>`;
}

export function story(one: Feedback): TemplateResult {
  return html`<section class="sheet" aria-labelledby="history"><h2 id="history">${f('history')}</h2>
    <ol class="timeline" reversed>${[...one.history].reverse().map((step) => html`<li>
      <time datetime=${step.at.toISOString()}>${moment(step.at)}</time><strong>${step.label}</strong>
      ${step.text === undefined ? nothing : html`<blockquote class="pre">${step.text}</blockquote>`}
      <p class="fine">${step.agency.name}</p></li>`)}</ol></section>`;
}

export function alike(all: SimilarFeedback[], unit: string): TemplateResult {
  return html`<section class="sheet" aria-labelledby="similar"><h2 id="similar">${f('similar')}</h2>
    ${all.length === 0 ? html`<p class="fine">${f('similarNone')}</p>` : html`<ul class="plain">${all.map((one) => html`<li>
      <a href=${caseAddress(one.code, unit)}>${one.code}</a> ${[
        f('likeness', { n: number(one.likeness * 100) }),
        one.sameSender ? f('sameSender') : '', one.sameProcedure ? f('sameProcedure') : '', one.samePlace ? f('samePlace') : '',
        one.agency.name,
      ].filter(Boolean).join(', ')}</li>`)}</ul>`}</section>`;
}

/** What everybody sees of a published case; also the preview before it. */
export function publicFace(title: string, text: string, answer: string): TemplateResult {
  return html`<div class="public"><p class="over">${f('citizen')}</p><h3>${title}</h3><p class="pre">${text}</p><blockquote class="pre">${answer}</blockquote></div>`;
}
