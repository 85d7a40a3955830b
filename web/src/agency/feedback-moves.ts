/** The form of one move of a case. What is being written stays in this tab until it is sent. */
import { FeedbackMove, FeedbackSubject, type Feedback, type MoveInput } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { draft, dropDraft, keepDraft } from '../core/kept';
import { feedback as api } from './api';
import { problem, Sending, unitsBelow } from './desk';
import { publicFace, withoutHints } from './feedback-facts';
import { coded, f, type FeedbackWord } from './feedback-words';

type Written = Record<string, string>;

interface Ends {
  cancel: () => void;
  made: (after: Feedback) => void;
}

/** Whether a move takes words, and whether it needs them. */
const WORDS: Partial<Record<FeedbackMove, 'needed' | 'perhaps'>> = {
  ASSIGN: 'perhaps', FORWARD: 'needed', RETURN: 'needed', ASK: 'needed', REFUSE: 'needed', ANSWER: 'needed',
  SEND_BACK: 'needed', OUT_OF_SCOPE: 'perhaps', CLOSE: 'perhaps',
};

export class MoveForm {
  private readonly sending = new Sending();
  private readonly kept: string;
  private written: Written;

  constructor(
    private readonly one: Feedback,
    readonly move: FeedbackMove,
    private readonly unit: string,
    /** Whether the sender is shown already, and so may be in the answer. */
    private readonly withIdentity: boolean,
    private readonly ends: Ends,
  ) {
    this.kept = `feedback:${one.code}:${move}`;
    this.written = draft<Written>(this.kept) ?? this.beginning();
  }

  private beginning(): Written {
    const { one } = this;
    switch (this.move) {
      case 'CLASSIFY':
        return { subject: one.subject ?? '', matter: String(one.matter ?? ''), track: one.track };
      case 'PUBLISH': {
        const answer = [...one.history].reverse().find((step) => step.move === 'ANSWER')?.text ?? '';
        return { publicTitle: one.title, publicText: withoutHints(one.text, one.handling?.hints ?? []), publicAnswer: answer };
      }
      case 'OUT_OF_SCOPE':
        return { track: one.track === 'NONE' ? 'COMPLAINT' : one.track };
      default:
        return {};
    }
  }

  private changed = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    this.written = { ...this.written, [field.name]: field.type === 'checkbox' ? (field.checked ? 'yes' : '') : field.value };
    keepDraft(this.kept, this.written);
    if (this.move === 'PUBLISH') {
      redraw();
    }
  };

  private send = (event: Event): void => {
    event.preventDefault();
    const { written } = this;
    const given = (name: string): string | undefined => (written[name]?.trim() ? written[name].trim() : undefined);
    const input: MoveInput = {
      move: this.move,
      text: given('text'),
      unit: given('unit'),
      subject: given('subject') as MoveInput['subject'],
      matter: given('matter') === undefined ? undefined : Number(given('matter')),
      track: given('track') as MoveInput['track'],
      publicTitle: given('publicTitle'),
      publicText: given('publicText'),
      publicAnswer: given('publicAnswer'),
      hintsRead: written.hintsRead === 'yes' ? true : undefined,
    };
    void this.sending.run(async () => {
      const after = await api.moveAgencyFeedback({ code: this.unit, feedbackCode: this.one.code, identity: this.withIdentity, moveInput: input });
      dropDraft(this.kept);
      this.ends.made(after);
    });
  };

  view(): TemplateResult {
    return html`<form class="move-form" aria-label=${coded('move', this.move)} @submit=${this.send} @input=${this.changed} @change=${this.changed}>
      <h3>${coded('move', this.move)}</h3>
      ${this.fields()}${this.words()}
      ${problem(this.sending.failed)}
      <div class="actions"><button class="main" ?disabled=${this.sending.busy}>${coded('move', this.move)}</button>
        <button type="button" @click=${this.ends.cancel}>${f('cancel')}</button></div></form>`;
  }

  private words(): TemplateResult | typeof nothing {
    const need = WORDS[this.move];
    return need === undefined ? nothing : html`<label>${f(`ask.${this.move}` as FeedbackWord)}
      <textarea name="text" rows="5" minlength="2" maxlength="5000" ?required=${need === 'needed'} .value=${this.written.text ?? ''}></textarea></label>
      <p class="fine">${f('draft')}</p>`;
  }

  private fields(): TemplateResult | typeof nothing {
    switch (this.move) {
      case 'RECEIVE':
        return html`<p>${f('ask.RECEIVE')}</p>`;
      case 'CLASSIFY':
        return html`${this.select('subject', f('subject'), Object.values(FeedbackSubject).map((one) => [one, coded('subject', one)]), true)}
          ${this.select('matter', f('matter'), [1, 2, 3, 4, 5, 6, 7, 8].map((one) => [String(one), coded('matter', String(one))]), false)}
          ${this.select('track', f('trackChoice'), [['NONE', coded('track', 'NONE')], ...this.tracks()], true)}`;
      case 'OUT_OF_SCOPE':
        return this.select('track', f('trackChoice'), this.tracks(), true);
      case 'ASSIGN': {
        const units = unitsBelow(this.unit).now;
        return html`<label>${f('assignTo')} <select name="unit"><option value="">${f('assignHere')}</option>
          ${units.state !== 'there' ? nothing : units.value.map((one) => html`<option value=${one.code} ?selected=${this.written.unit === one.code}>${one.name} (${one.code})</option>`)}</select></label>`;
      }
      case 'FORWARD': {
        const units = unitsBelow(this.unit.split('.')[0]).now;
        return html`<label>${f('forwardTo')} <input name="unit" list="units-known" required maxlength="35" pattern="[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*" autocomplete="off" aria-describedby="forward-help" .value=${this.written.unit ?? ''} /></label>
          <p class="fine" id="forward-help">${f('forwardHelp')}</p>
          <datalist id="units-known">${units.state !== 'there' ? nothing : units.value.map((one) => html`<option value=${one.code}>${one.name}</option>`)}</datalist>`;
      }
      case 'PUBLISH':
        return this.publishing();
      default:
        return nothing;
    }
  }

  private tracks(): [string, string][] {
    return ['COMPLAINT', 'DENUNCIATION'].map((one) => [one, coded('trackOf', one)]);
  }

  private select(name: string, label: string, options: [string, string][], required: boolean): TemplateResult {
    return html`<label>${label} <select name=${name} ?required=${required}>
      <option value="" ?selected=${!this.written[name]}>${required ? f('choose') : '–'}</option>
      ${options.map(([value, words]) => html`<option value=${value} ?selected=${this.written[name] === value}>${words}</option>`)}</select></label>`;
  }

  private publishing(): TemplateResult {
    const { written } = this;
    return html`<p class="fine">${f('publishHelp')}</p>
      <label>${f('publicTitle')} <input name="publicTitle" required minlength="5" maxlength="200" .value=${written.publicTitle ?? ''} /></label>
      <label>${f('publicText')} <textarea name="publicText" rows="6" required minlength="10" maxlength="5000" .value=${written.publicText ?? ''}></textarea></label>
      <label>${f('publicAnswer')} <textarea name="publicAnswer" rows="6" required minlength="2" maxlength="5000" .value=${written.publicAnswer ?? ''}></textarea></label>
      <section aria-labelledby="preview"><h4 id="preview">${f('preview')}</h4>${publicFace(written.publicTitle ?? '', written.publicText ?? '', written.publicAnswer ?? '')}</section>
      <label class="choice"><input type="checkbox" name="hintsRead" ?checked=${written.hintsRead === 'yes'} /> ${f('hintsRead')}</label>`;
  }
}
