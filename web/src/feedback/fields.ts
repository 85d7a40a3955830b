/** The fields of the form, and what is wrong with them. */
import type { FeedbackSender, FeedbackSubject } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Draft } from './draft';
import { f, subjectName, type Word } from './words';

const PHONE = /^\+?\d[\d .-]{7,18}\d$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,120}\.[^\s@.]{2,20}$/;
const SUBJECTS: FeedbackSubject[] = ['CONDUCT', 'REGULATION', 'BOTH', 'OTHER'];
export const LONGEST_TEXT = 5000;

export type Place = 'title' | 'text' | 'name' | 'address' | 'phone' | 'email';

/** What the service would refuse, in the order of the page. */
export function faults({ input, sender }: Draft): Place[] {
  const wrong: Place[] = [];
  const check = (place: Place, sound: boolean): void => void (sound || wrong.push(place));
  const between = (text: string | undefined, least: number, most: number): boolean =>
    (text ?? '').trim().length >= least && (text ?? '').length <= most;
  check('title', between(input.title, 5, 200));
  check('text', between(input.text, 10, LONGEST_TEXT));
  if (input.kind === 'PAKN') {
    check('name', between(sender.name, 2, 100));
    check('address', between(sender.address, 2, 300));
    const phone = sender.phone ?? '';
    const email = sender.email ?? '';
    check('phone', phone === '' ? email !== '' : PHONE.test(phone));
    check('email', email === '' || EMAIL.test(email));
  }
  return wrong;
}

export interface Entry {
  place: Place | 'where';
  label: Word;
  value: string;
  set: (value: string) => void;
  most: number;
  wrong: Place[];
  help?: string;
  example?: string;
  long?: boolean;
  type?: string;
  autocomplete?: string;
  optional?: boolean;
}

export function entry({ place, label, value, set, most, wrong, help, example, long, type, autocomplete, optional }: Entry): TemplateResult {
  const bad = (wrong as string[]).includes(place);
  const about = [help === undefined ? '' : `${place}-help`, bad ? `${place}-wrong` : ''].filter(Boolean).join(' ') || nothing;
  const typed = (event: Event): void => set((event.target as HTMLInputElement).value);
  return html`<div class="entry"><label for=${place}>${f(label)}</label>
    ${help === undefined ? nothing : html`<p class="fine" id="${place}-help">${help}</p>`}
    ${long
      ? html`<textarea id=${place} rows="7" maxlength=${most} aria-required="true" aria-invalid=${bad} aria-describedby=${about} .value=${value} @input=${typed}></textarea>`
      : html`<input id=${place} type=${type ?? 'text'} maxlength=${most} placeholder=${example ?? nothing} autocomplete=${autocomplete ?? 'off'}
          aria-required=${optional ? nothing : 'true'} aria-invalid=${bad} aria-describedby=${about} .value=${value} @input=${typed} />`}
    ${bad ? html`<p class="wrong" id="${place}-wrong">${f(`need.${place}` as Word)}</p>` : nothing}</div>`;
}

/** PAKN or REPAIR, with what the choice means. */
export function kinds(now: string | undefined, set: (kind: 'PAKN' | 'REPAIR') => void): TemplateResult {
  const one = (kind: 'PAKN' | 'REPAIR', label: Word, help: Word): TemplateResult => html`<label><input type="radio" name="kind" .checked=${now === kind} @change=${() => set(kind)} />
    <span><strong>${f(label)}</strong><small>${f(help)}</small></span></label>`;
  return html`<fieldset class="kinds"><legend>${f('kind')}</legend>${one('PAKN', 'pakn', 'paknHelp')}${one('REPAIR', 'repair', 'repairHelp')}</fieldset>`;
}

export function subjects(now: string | undefined, set: (subject: FeedbackSubject | undefined) => void): TemplateResult {
  return html`<div class="entry"><label for="subject">${f('subject')}</label>
    <select id="subject" @change=${(event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      set(value === '' ? undefined : (value as FeedbackSubject));
    }}><option value="" .selected=${now === undefined}>${f('subjectNone')}</option>
      ${SUBJECTS.map((code) => html`<option value=${code} .selected=${now === code}>${subjectName(code)}</option>`)}</select></div>`;
}

/** The dossier or procedure that is named, and the choice not to name it. */
export function aboutBox({ input, about }: Draft, drop: () => void): TemplateResult | typeof nothing {
  const { dossierCode, procedureCode } = input;
  const code = dossierCode ?? procedureCode;
  return code === undefined
    ? nothing
    : html`<div class="about"><p><strong>${f(dossierCode === undefined ? 'aboutProcedure' : 'aboutDossier', { code })}</strong>${about === undefined ? nothing : html`<br />${about}`}
        ${dossierCode === undefined ? nothing : html`<small>${f('aboutHelp')}</small>`}</p>
        <button type="button" class="quiet" @click=${drop}>${f('aboutDrop')}</button></div>`;
}

export function senderFields(sender: FeedbackSender, set: (next: Partial<FeedbackSender>) => void, wrong: Place[]): TemplateResult {
  return html`<fieldset class="sender"><legend>${f('sender')}</legend><p class="fine">${f('senderHelp')}</p>
    ${entry({ place: 'name', label: 'name', value: sender.name, set: (name) => set({ name }), most: 100, wrong, autocomplete: 'name' })}
    ${entry({ place: 'address', label: 'address', value: sender.address ?? '', set: (address) => set({ address }), most: 300, wrong, autocomplete: 'street-address' })}
    ${entry({ place: 'phone', label: 'phone', value: sender.phone ?? '', set: (phone) => set({ phone }), most: 20, wrong, type: 'tel', autocomplete: 'tel', optional: true, help: f('phoneOrEmail') })}
    ${entry({ place: 'email', label: 'email', value: sender.email ?? '', set: (email) => set({ email }), most: 200, wrong, type: 'email', autocomplete: 'email', optional: true })}
  </fieldset>`;
}
