/** Where does my dossier or feedback stand? By code and proof, or by the QR of the receipt. No account needed. */
import type { Dossier, FeedbackStanding } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { dossiers, feedback, trouble, type Trouble } from '../core/api';
import { focus, redraw, type Page } from '../core/app';
import { moment, plainDay } from '../core/format';
import { t } from '../core/i18n';
import { icon } from '../core/icons';
import { failure } from '../core/load';
import { canScan, readReceipt, scan, type Scan } from './qr';
import { dossierView } from './timeline';

export function lookup(_: RegExpMatchArray, address: URL): Page {
  let code = '';
  let proof = '';
  let busy = false;
  let why: Trouble | undefined;
  let found: Dossier | undefined;
  let standing: FeedbackStanding | undefined;
  let scanning: Scan | undefined;
  let remark = '';

  const receipt = readReceipt(address.hash);
  if (receipt !== undefined) {
    // The secret leaves the address bar and the history at once.
    history.replaceState({}, '', '/h');
    ({ code, proof } = receipt);
    void ask();
  } else if (address.hash !== '') {
    remark = t('lookup.badQr');
  }

  async function ask(): Promise<void> {
    busy = true;
    why = undefined;
    redraw();
    try {
      const asked = { code: code.trim(), proof: proof.trim() };
      if (/^PAKN\b/i.test(asked.code)) {
        standing = await feedback.lookUpFeedback({ feedbackLookup: asked });
      } else {
        found = await dossiers.lookUpDossier({ dossierLookup: asked });
      }
      proof = '';
    } catch (thrown) {
      why = trouble(thrown);
    }
    busy = false;
    focus();
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (!busy) {
      void ask();
    }
  }

  async function openCamera(): Promise<void> {
    remark = '';
    scanning = scan();
    redraw();
    try {
      const read = await scanning.result;
      if (read !== undefined) {
        ({ code, proof } = read);
        void ask();
      }
    } catch {
      remark = t('lookup.noCamera');
    }
    scanning = undefined;
    redraw();
  }

  function form(): TemplateResult {
    return html`<h1 tabindex="-1">${t('lookup.title')}</h1>
      <p class="lead">${t('lookup.lead')}</p>
      ${why === undefined ? nothing : failure(why)}
      ${remark === '' ? nothing : html`<p class="notice" role="status">${remark}</p>`}
      <form class="stack" @submit=${submit}>
        <label for="code">${t('lookup.code')}</label>
        <input id="code" required maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="H44.07-261008-0975"
          .value=${code} @input=${(event: Event) => (code = (event.target as HTMLInputElement).value)} />
        <label for="proof">${t('lookup.proof')}</label>
        <input id="proof" required minlength="4" maxlength="64" autocomplete="off" spellcheck="false" aria-describedby="proof-help"
          .value=${proof} @input=${(event: Event) => (proof = (event.target as HTMLInputElement).value)} />
        <p id="proof-help" class="fine">${t('lookup.proofHelp')}</p>
        <button class="main" ?disabled=${busy}>${busy ? t('loading') : t('lookup.ask')}</button>
      </form>
      ${canScan() && scanning === undefined
        ? html`<button class="wide" @click=${() => void openCamera()}>${icon('camera')} ${t('lookup.scan')}</button>`
        : nothing}
      ${scanning === undefined
        ? html`<p class="fine">${canScan() ? t('lookup.scanHelp') : t('lookup.noScan')}</p>`
        : html`<div class="camera">${scanning.video}<button @click=${() => scanning?.stop()}>${t('close')}</button></div>`}`;
  }

  return {
    title: () => t('lookup.title'),
    close: () => scanning?.stop(),
    keeps: () => code !== '' || proof !== '' || found !== undefined || standing !== undefined,
    view: () =>
      found === undefined && standing === undefined
        ? html`<div class="narrow">${form()}</div>`
        : html`${found === undefined ? feedbackView(standing!) : dossierView(found)}
            <p><button @click=${() => ((found = undefined), (standing = undefined), (code = ''), redraw())}>${t('lookup.another')}</button></p>`,
  };
}

/** Nothing of what was written, nor of who wrote it: whoever has the code sees this. */
function feedbackView(value: FeedbackStanding): TemplateResult {
  return html`<div class="narrow"><p class="over">${t('lookup.feedback')}</p><h1 tabindex="-1">${value.code}</h1>
    <p class="status-line"><strong class="status calm">${value.stateLabel}</strong>${value.dueOn === undefined || value.state === 'ANSWERED' ? nothing : html`<span>${t('lookup.answerBy', { day: plainDay(value.dueOn) })}</span>`}</p>
    <p>${icon('place')} ${value.agency.name}</p>
    <p class="fine">${t('lookup.changed', { at: moment(value.changedAt) })}</p></div>`;
}
