/** One dossier as its agency may see it. Every look needs a purpose and is shown to the owner. */
import type { Dossier } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { dossiers } from '../core/api';
import { redraw, type Page } from '../core/app';
import { load, shown, type Loading } from '../core/load';
import { dossierView } from '../pages/timeline';
import { mustBeOfficer, unitOf } from './desk';
import { speaker } from './words';

const d = speaker({
  title: ['Hồ sơ', 'Dossier'],
  why: ['Bạn xem hồ sơ này để làm gì?', 'Why do you look at this dossier?'],
  logged: ['Mỗi lần xem được ghi lại cùng mục đích, và chủ hồ sơ nhìn thấy.', 'Every look is written down with its purpose, and the owner of the dossier sees it.'],
  open: ['Mở hồ sơ', 'Open the dossier'],
  'purpose.HANDLING': ['Giải quyết hồ sơ', 'Handling the dossier'],
  'purpose.SUPPORT': ['Hỗ trợ người nộp', 'Helping the applicant'],
  'purpose.COMPLAINT': ['Giải quyết khiếu nại, phản ánh', 'Dealing with a complaint'],
  'purpose.INSPECTION': ['Thanh tra, kiểm tra', 'Inspection'],
});
const PURPOSES = ['HANDLING', 'SUPPORT', 'COMPLAINT', 'INSPECTION'] as const;

export function dossier(match: RegExpMatchArray, place: URL): Page {
  const dossierCode = decodeURIComponent(match[1]);
  const code = unitOf(place);
  const stop = mustBeOfficer();
  let seen: Loading<Dossier> | undefined;

  function open(event: Event): void {
    event.preventDefault();
    if (seen?.now.state === 'loading') {
      return;
    }
    const purpose = String(new FormData(event.currentTarget as HTMLFormElement).get('purpose'));
    seen = load(() => dossiers.getAgencyDossier({ code: code!, dossierCode, purpose }));
    redraw();
  }

  function ask(): TemplateResult {
    return html`<h1 tabindex="-1">${d('title')} ${dossierCode}</h1>
      <form class="sheet narrow" @submit=${open}>
        <fieldset><legend>${d('why')}</legend>
          ${PURPOSES.map((purpose, at) => html`<label class="choice"><input type="radio" name="purpose" value=${purpose} ?checked=${at === 0} /> ${d(`purpose.${purpose}`)}</label>`)}
        </fieldset>
        <p class="fine">${d('logged')}</p>
        <button class="main">${d('open')}</button>
      </form>`;
  }

  return {
    title: () => `${d('title')} ${dossierCode}`,
    // Another look would be written down.
    keeps: () => seen?.now.state === 'there',
    view: () => stop !== undefined ? html`<h1 tabindex="-1">${d('title')}</h1>${stop}`
      : seen?.now.state === 'there' ? dossierView(seen.now.value, false)
      : html`${ask()}${seen === undefined ? nothing : shown(seen, () => nothing)}`,
  };
}
