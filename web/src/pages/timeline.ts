/** Where a dossier stands, for whoever may see it: what to do now first, then the forecast, then what happened. */
import type { ActionRequired, Dossier, TimelineEntry } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { day, moment } from '../core/format';
import { t } from '../core/i18n';
import { icon } from '../core/icons';
import { forecast } from './forecast';

/** @param forOwner whether its reader may write about it to the agency */
export function dossierView(dossier: Dossier, forOwner = true): TemplateResult {
  return html`
    <header class="dossier-head">
      <p class="over">${dossier.code}</p>
      <h1 tabindex="-1">${dossier.procedure.name ?? dossier.procedure.code}</h1>
      <p class="status-line"><strong class="status ${tone(dossier)}">${dossier.statusLabel}</strong>${clock(dossier)}</p>
    </header>
    ${dossier.actionRequired === undefined
      ? html`<section class="next"><h2>${t('dossier.next')}</h2><p>${dossier.nextStep}</p></section>`
      : action(dossier.actionRequired)}
    ${dossier.endedAt === undefined ? forecast(dossier) : nothing}
    ${dossier.procedureChanged === undefined ? nothing : html`<p class="notice">${dossier.procedureChanged.text}</p>`}
    <section aria-labelledby="story">
      <h2 id="story">${t('dossier.story')}</h2>
      <ol class="timeline" reversed>${[...dossier.timeline].sort((a, b) => Number(b.occurredAt) - Number(a.occurredAt)).map(entry)}</ol>
    </section>
    <p class="actions no-print"><a href="/p/${dossier.procedure.code}">${t('dossier.procedure')}</a>
      ${forOwner ? html`<a href="/feedback/new#dossier=${dossier.code}">${icon('talk')} ${t('dossier.feedback')}</a>` : nothing}</p>`;
}

function tone(dossier: Dossier): string {
  return dossier.actionRequired !== undefined || dossier.clock.overdue ? 'warm' : dossier.endedAt === undefined ? 'calm' : 'done';
}

function clock(dossier: Dossier): TemplateResult | typeof nothing {
  const { clock: now, dueAt, actionRequired } = dossier;
  if (dossier.endedAt !== undefined) {
    return html`<span>${t('dossier.ended', { day: day(dossier.endedAt) })}</span>`;
  }
  if (now.state === 'PAUSED') {
    // It also rests while the agency thinks about a withdrawal: then nobody waits for the reader.
    return html`<span>${t(actionRequired === undefined ? 'dossier.paused' : 'dossier.pausedForYou')}</span>`;
  }
  if (dueAt === undefined) {
    return nothing;
  }
  const left = now.workingDaysLeft;
  const words = now.overdue || (left ?? 0) < 0
    ? (left ?? 0) === 0 ? t('dossier.over') : t('dossier.late', { n: Math.abs(left ?? 0) })
    : left === 0 ? t('dossier.lastDay') : left === undefined ? '' : t('dossier.left', { n: left });
  return html`<span>${t('dossier.due', { day: day(dueAt) })}${words === '' ? nothing : html` · ${words}`}</span>`;
}

function action(now: ActionRequired): TemplateResult {
  return html`<section class="action" aria-labelledby="todo">
    <h2 id="todo">${t('dossier.todo')}</h2>
    <p class="answer">${now.text}</p>
    <dl>
      ${now.paper === undefined ? nothing : html`<dt>${t('dossier.paper')}</dt><dd>${now.paper.name}${now.paper.form ? ` (${now.paper.form})` : ''}</dd>`}
      ${now.respondBy === undefined ? nothing : html`<dt>${t('dossier.until')}</dt><dd>${day(now.respondBy)}</dd>`}
      ${now.where === undefined ? nothing : html`<dt>${t('dossier.where')}</dt>
        <dd>${[now.where.agency?.name, now.where.address].filter(Boolean).join(', ')}
          ${now.where.online === undefined ? nothing : html`<br /><a href=${now.where.online} rel="noopener noreferrer" target="_blank">${t('dossier.online')}</a>`}</dd>`}
      ${now.how === undefined ? nothing : html`<dt>${t('dossier.how')}</dt><dd>${now.how}</dd>`}
    </dl>
  </section>`;
}

function entry(step: TimelineEntry): TemplateResult {
  const by = [step.agency?.name, step.handler?.name, step.handler?.position].filter(Boolean).join(', ');
  return html`<li>
    <time datetime=${step.occurredAt.toISOString()}>${moment(step.occurredAt)}</time>
    <strong>${step.statusLabel}</strong>
    <p>${step.text}</p>
    ${step.reason?.text === undefined ? nothing : html`<blockquote>${step.reason.text}</blockquote>`}
    ${step.reasonNote === undefined ? nothing : html`<p class="fine">${step.reasonNote}</p>`}
    ${by === '' ? nothing : html`<p class="fine">${icon('place')} ${by}</p>`}
  </li>`;
}
