/** What the sender of a case can do now: give what was asked for, or say what the answer is worth. */
import type { Feedback, FeedbackMove, MoveInput } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { feedback, trouble, type Trouble } from '../core/api';
import { redraw } from '../core/app';
import { draft, dropDraft, keepDraft } from '../core/kept';
import { failure } from '../core/load';
import { t } from '../core/i18n';
import { f } from './words';

/** The words typed outlive a reload and signing in again; they stay in this tab. */
export function moveBox(code: string, moved: (value: Feedback) => void): (value: Feedback) => TemplateResult | typeof nothing {
  const place = `feedback:${code}`;
  let text = draft<string>(place) ?? '';
  let judging = text !== '';
  let busy = false;
  let wrong = false;
  let said = '';
  let why: Trouble | undefined;

  async function move(input: MoveInput): Promise<void> {
    busy = true;
    why = undefined;
    redraw();
    try {
      const value = await feedback.moveMyFeedback({ code, moveInput: input });
      dropDraft(place);
      text = '';
      judging = false;
      said = f('done');
      moved(value);
    } catch (thrown) {
      why = trouble(thrown);
    }
    busy = false;
    redraw();
  }

  function submit(event: Event, what: FeedbackMove): void {
    event.preventDefault();
    wrong = text.trim().length < 2;
    if (wrong) {
      redraw();
      document.getElementById('words')?.focus();
    } else {
      void move({ move: what, text: text.trim() });
    }
  }

  function writing(what: FeedbackMove, label: string, go: string, more: TemplateResult | typeof nothing): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => submit(event, what)}>
      <label for="words">${label}</label>
      <textarea id="words" rows="4" maxlength="5000" aria-required="true" aria-invalid=${wrong} aria-describedby=${wrong ? 'words-wrong' : nothing}
        .value=${text} @input=${(event: Event) => keepDraft(place, (text = (event.target as HTMLTextAreaElement).value))}></textarea>
      ${wrong ? html`<p class="wrong" id="words-wrong">${f('needText')}</p>` : nothing}
      <div class="actions"><button class="main" ?disabled=${busy}>${busy ? t('loading') : go}</button>${more}</div></form>`;
  }

  function judge(value: Feedback): TemplateResult | typeof nothing {
    const fit = value.moves.includes('SOLVED') && value.solved !== true;
    const unfit = value.moves.includes('UNFIT');
    if (judging && unfit) {
      const cancel = html`<button type="button" class="quiet" @click=${() => ((judging = false), redraw())}>${f('cancel')}</button>`;
      return html`<p class="fine">${f('unfitHelp')}</p>${writing('UNFIT', f('unfitWhy'), f('unfitSend'), cancel)}`;
    }
    return !fit && !unfit
      ? nothing
      : html`<p><strong>${value.question ?? f('question')}</strong></p><div class="actions">
          ${fit ? html`<button class="main" ?disabled=${busy} @click=${() => void move({ move: 'SOLVED' })}>${f('fit')}</button>` : nothing}
          ${unfit ? html`<button ?disabled=${busy} @click=${open}>${f('unfit')}</button>` : nothing}</div>`;
  }

  function open(): void {
    judging = true;
    redraw();
    setTimeout(() => document.getElementById('words')?.focus());
  }

  return (value) => {
    const last = (what: FeedbackMove): string | undefined => value.history.findLast((step) => step.move === what)?.text;
    const answered = ['ANSWERED', 'PUBLISHED', 'CLOSED'].includes(value.state);
    return html`<p class="saying" role="status">${said}</p>${why === undefined ? nothing : failure(why)}
      ${value.moves.includes('REPLY')
        ? html`<section class="action" aria-labelledby="asked"><h2 id="asked">${f('asked')}</h2><p class="answer pre">${last('ASK')}</p>${writing('REPLY', f('reply'), f('replySend'), nothing)}</section>`
        : nothing}
      ${answered
        ? html`<section class="next" aria-labelledby="answer"><h2 id="answer">${f('answer')}</h2><p class="pre">${last('ANSWER')}</p>
            ${value.solved === true ? html`<p class="fine">${f('solvedYes')}</p>` : nothing}
            ${value.reopened === 0 ? nothing : html`<p class="fine">${f('reopened', { n: value.reopened })}</p>`}
            ${judge(value)}</section>`
        : nothing}`;
  };
}
