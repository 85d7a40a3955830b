/**
 * How was it? One question at a time, the answers where the thumb is; the first answer is enough. Written without a
 * network it waits on this phone and is sent once.
 */
import type { FeedbackOffer, RatingAnswers, Survey } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { satisfaction, trouble, type Trouble } from '../core/api';
import { focus, go, redraw, type Page } from '../core/app';
import { named, t } from '../core/i18n';
import { icon } from '../core/icons';
import { draft, dropDraft, keepDraft } from '../core/kept';
import { failure, load, shown } from '../core/load';
import { keepRating } from '../offline/queue';
import { forgetSurvey, keepSurvey, keptSurvey } from '../offline/surveys';

const FACTORS = ['OVERALL', 'ACCESS', 'PROCEDURE', 'OFFICIALS', 'RESULT', 'FEEDBACK'] as const;

interface Written {
  answers: Record<string, number>;
  skipped: string[];
  comment?: string;
  at: number;
}

export function rating(_: RegExpMatchArray, address: URL): Page {
  const ticket = decodeURIComponent(address.hash.slice(1));
  const survey = load(() => (ticket === '' ? Promise.reject(new Error('no ticket')) : read(ticket)));
  const written: Written = draft<Written>(`rating:${ticket}`) ?? { answers: {}, skipped: [], at: 0 };
  let busy = false;
  let why: Trouble | undefined;
  let end: 'sent' | 'kept' | undefined;
  let receipt = '';
  let offer: FeedbackOffer | undefined;

  function answer(code: string, level: number | undefined, last: number): void {
    written.skipped = written.skipped.filter((other) => other !== code);
    if (level === undefined) {
      delete written.answers[code];
      written.skipped.push(code);
    } else {
      written.answers[code] = level;
    }
    written.at = Math.min(written.at + 1, last);
    keepDraft(`rating:${ticket}`, written);
    focus('.question');
  }

  function move(to: number): void {
    written.at = to;
    focus('.question');
  }

  async function send(): Promise<void> {
    const comment = written.comment?.trim();
    const answers: RatingAnswers = {
      answers: written.answers,
      ...(written.skipped.length > 0 ? { notApplicable: written.skipped } : {}),
      ...(comment ? { comment } : {}),
    };
    busy = true;
    why = undefined;
    redraw();
    try {
      ({ receipt, feedbackOffer: offer } = await satisfaction.postRating({ ticket, ratingAnswers: answers }));
      end = 'sent';
    } catch (thrown) {
      const reason = trouble(thrown);
      const passes = reason.offline || reason.status === 503 || reason.status === 429;
      if (passes && (await keepRating(ticket, answers).then(() => true, () => false))) {
        end = 'kept';
      } else {
        why = reason;
      }
    }
    if (end !== undefined) {
      dropDraft(`rating:${ticket}`);
      void forgetSurvey(ticket).catch(() => undefined);
    }
    busy = false;
    redraw();
  }

  function view(value: Survey): TemplateResult {
    if (end !== undefined) {
      return html`<div class="thanks"><div class="big-check">${icon('check')}</div><h2>${t('rating.thanks')}</h2>
        <p role="status">${end === 'sent' ? t('rating.sent') : t('rating.kept')}</p>
        ${receipt === '' ? nothing : html`<p class="fine">${t('rating.receipt')} <code>${receipt}</code></p>`}
        ${offer === undefined ? nothing : html`<div class="offer"><p><strong>${t('rating.offer')}</strong></p><p class="fine">${offer.notice}</p>
          <button class="main" @click=${() => void takeUp(offer!)}>${icon('talk')} ${t('rating.offerDo')}</button></div>`}
        <p><a class="button" href="/">${t('rating.home')}</a></p></div>`;
    }
    if (value.state === 'USED') {
      return html`<p class="notice">${t('rating.used')}</p>`;
    }
    const items = [...value.items].sort((a, b) => Number(b.factor === 'OVERALL') - Number(a.factor === 'OVERALL'));
    const last = items.length;
    const overall = items[0];
    const canSend = written.answers[overall.code] !== undefined;
    return html`${why === undefined ? nothing : failure(why)}
      <p class="steps-of" role="status">${written.at < last ? t('rating.step', { n: written.at + 1, all: last }) : t('rating.check')}</p>
      <progress max=${last} value=${written.at} aria-hidden="true"></progress>
      ${written.at < last ? question(items[written.at], value, last) : review(items, value)}
      <div class="rating-actions">
        ${written.at === 0 ? html`<span></span>` : html`<button class="quiet" @click=${() => move(written.at - 1)}>${icon('back')} ${t('rating.back')}</button>`}
        ${canSend ? html`<button class=${written.at === last ? 'main' : ''} ?disabled=${busy} @click=${() => void send()}>${busy ? t('loading') : t('rating.send')}</button>` : nothing}
      </div>
      <p class="fine">${t('rating.anonymous')}</p>`;
  }

  function question(item: Survey['items'][number], value: Survey, last: number): TemplateResult {
    const chosen = written.answers[item.code];
    return html`<fieldset class="question" tabindex="-1"><legend>${item.text}</legend>
      <div class="levels">
        ${[...value.scale].sort((a, b) => b.level - a.level).map(
          (level) => html`<button class="level l${level.level}" aria-pressed=${chosen === level.level} @click=${() => answer(item.code, level.level, last)}>
            ${face(level.level)}<span>${level.label}</span></button>`,
        )}
      </div>
      ${item.factor === 'OVERALL' ? nothing : html`<button class="quiet" @click=${() => answer(item.code, undefined, last)}>${t('rating.skip')}</button>`}
    </fieldset>`;
  }

  function review(items: Survey['items'], value: Survey): TemplateResult {
    return html`<ul class="review question" tabindex="-1">${items.map((item, place) => {
      const level = written.answers[item.code];
      const words = level === undefined ? t('rating.skipped') : value.scale.find((one) => one.level === level)?.label;
      return html`<li><button class="quiet" @click=${() => move(place)}><span>${item.text}</span><strong>${words}</strong></button></li>`;
    })}</ul>
    <div class="comment"><label for="comment">${t('rating.comment')}</label>
      <textarea id="comment" rows="3" maxlength="1000" aria-describedby="comment-help" .value=${written.comment ?? ''}
        @input=${(event: Event) => ((written.comment = (event.target as HTMLTextAreaElement).value), keepDraft(`rating:${ticket}`, written))}></textarea>
      <p class="fine" id="comment-help">${t('rating.commentHelp')}</p></div>`;
  }

  return {
    title: () => t('rating.title'),
    keeps: () => end !== undefined,
    view: () => html`<div class="narrow rating"><h1 tabindex="-1">${t('rating.title')}</h1>
      ${ticket === '' ? html`<p class="notice">${t('rating.noTicket')}</p>` : shown(survey, view)}</div>`,
  };
}

/** Five faces, drawn by us; the words beside them say the same. */
function face(level: number): TemplateResult {
  const mouth = { 1: 'M10 24q6-7 12 0', 2: 'M10 23q6-4 12 0', 3: 'M10 21.500h12', 4: 'M10 20q6 4.500 12 0', 5: 'M9.500 19q6.500 8 13 0' }[level] ?? '';
  return html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><circle cx="16" cy="16" r="13" /><path d="M11.500 12v2M20.500 12v2" /><path d=${mouth} /></svg>`;
}

async function read(ticket: string): Promise<Survey> {
  try {
    const survey = await satisfaction.getSurvey({ ticket });
    await (survey.state === 'USED' ? forgetSurvey(ticket) : keepSurvey(ticket, survey)).catch(() => undefined);
    return survey;
  } catch (thrown) {
    if (!trouble(thrown).offline) {
      throw thrown;
    }
    return (await keptSurvey(ticket)) ?? shortForm();
  }
}

/** The short form asks one question for each factor, under the factor's own code: known without a network. */
function shortForm(): Survey {
  return {
    questionnaire: 'SHORT',
    version: 1,
    title: t('rating.title'),
    state: 'OPEN',
    expiresOn: new Date(),
    items: FACTORS.map((factor) => ({ code: factor, factor, text: named('factor', factor) })),
    scale: [1, 2, 3, 4, 5].map((level) => ({ level, label: named('level5', String(level)) })),
  };
}

/** The offer's own words begin an ordinary draft; nothing of the rating goes with them. */
async function takeUp({ text, notice }: FeedbackOffer): Promise<void> {
  const { newDraft, placeOf, saveDraft } = await import('../feedback/draft');
  const begun = newDraft();
  begun.input = { kind: 'REPAIR', title: '', text };
  begun.notice = notice;
  await saveDraft(begun);
  go(placeOf(begun));
}
