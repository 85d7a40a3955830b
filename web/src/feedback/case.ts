/** One own case: what is to do now, the answer, what happened, and who looked. */
import type { Feedback, FeedbackAccessEntry, FeedbackAttachment, FeedbackMove } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { feedback, trouble, type Trouble } from '../core/api';
import { focus, redraw, type Page } from '../core/app';
import { signedIn } from '../core/auth';
import { day, moment, number, size, plainDay } from '../core/format';
import { t } from '../core/i18n';
import { icon } from '../core/icons';
import { failure, load, shown, type Loading } from '../core/load';
import { mustSignIn } from '../pages/signin';
import { moveBox } from './move';
import { MOST_FILES, addFiles } from './files';
import type { DraftFile } from './draft';
import { upload } from './upload';
import { f, subjectName } from './words';

const ENDED = ['PUBLISHED', 'CLOSED', 'REFUSED', 'OUT_OF_SCOPE'];

export function myCase(match: RegExpMatchArray): Page {
  const code = decodeURIComponent(match[1]);
  const one = signedIn() ? load(() => feedback.getMyFeedback({ code })) : undefined;
  const box = moveBox(code, moved);
  let looks: Loading<FeedbackAccessEntry[]> | undefined;
  let refused: string[] = [];
  let uploading: number | undefined;
  let why: Trouble | undefined;

  function moved(value: Feedback): void {
    one!.now = { state: 'there', value };
    focus();
  }

  function showLooks(): void {
    looks = load(async () => (await feedback.getMyFeedbackAccessLog({ code, limit: 100 })).items);
    redraw();
  }

  async function save(file: FeedbackAttachment): Promise<void> {
    why = undefined;
    try {
      const content = await feedback.getMyAttachment({ code, id: file.id });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (thrown) {
      why = trouble(thrown);
    }
    redraw();
  }

  async function attach(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const value = (one!.now as { value: Feedback }).value;
    const files: DraftFile[] = [];
    refused = await addFiles([...(input.files ?? [])], files, value.attachments.length);
    input.value = '';
    try {
      for (const [place, file] of files.entries()) {
        await upload(code, file, (share) => {
          uploading = (place + share) / files.length;
          redraw();
        });
      }
      why = undefined;
    } catch (thrown) {
      why = trouble(thrown);
    }
    uploading = undefined;
    one!.again();
  }

  function view(value: Feedback): TemplateResult {
    const ended = ENDED.includes(value.state);
    const asks = value.state === 'SUPPLEMENT_REQUESTED' || value.state === 'ANSWERED';
    return html`
      <header class="dossier-head"><p class="over">${value.code}</p><h1 tabindex="-1">${value.title}</h1>
        <p class="status-line"><strong class="status ${asks ? 'warm' : ended ? 'done' : 'calm'}">${value.stateLabel}</strong>
          ${value.dueOn === undefined || ended || value.state === 'ANSWERED' ? nothing : html`<span>${f('due', { day: plainDay(value.dueOn) })}</span>`}
          <span>${f('gets')}: ${value.agency.name}</span></p></header>
      ${value.guidance === undefined ? nothing : html`<p class="notice bad">${value.guidance}</p>`}
      ${why === undefined ? nothing : failure(why)}
      ${box(value)}
      ${value.published === undefined ? nothing : html`<p><a href="/feedback/${value.code}">${f('published')}</a></p>`}
      <section aria-labelledby="history"><h2 id="history">${f('history')}</h2><ol class="timeline" reversed>${[...value.history].reverse().map(step)}</ol>${times(value)}</section>
      <section aria-labelledby="written"><h2 id="written">${f('written')}</h2><p class="pre">${value.text}</p>
        <p class="fine">${[value.place, value.subject === undefined ? undefined : subjectName(value.subject), f('sentOn', { day: day(value.sentAt) })].filter(Boolean).join(' · ')}</p>
        ${value.dossierCode === undefined ? nothing : html`<p><a href="/me/${value.dossierCode}">${f('aboutDossier', { code: value.dossierCode })}</a></p>`}
        ${value.procedureCode === undefined ? nothing : html`<p><a href="/p/${value.procedureCode}">${f('aboutProcedure', { code: value.procedureCode })}</a></p>`}</section>
      ${files(value, ended)}
      <section aria-labelledby="looks"><h2 id="looks">${f('looks')}</h2>
        ${looks === undefined
          ? html`<p>${f('looksHelp')}</p><button @click=${showLooks}>${f('looksShow')}</button>`
          : shown(looks, (entries) => (entries.length === 0 ? html`<p>${f('looksNone')}</p>` : html`<ul class="looks">${entries.map(look)}</ul>`))}</section>`;
  }

  function files(value: Feedback, ended: boolean): TemplateResult | typeof nothing {
    if (ended && value.attachments.length === 0) {
      return nothing;
    }
    return html`<section aria-labelledby="attachments" class="files"><h2 id="attachments">${f('attachments')}</h2>
      <ul>${value.attachments.map((file) => html`<li><span class="thumb">${icon('dossier')}</span><span>${file.name}<small>${size(file.bytes)}</small></span>
        <button class="quiet" aria-label=${f('download', { name: file.name })} @click=${() => void save(file)}>${icon('arrow')}</button></li>`)}</ul>
      <div role="status">${refused.map((words) => html`<p class="notice bad">${words}</p>`)}</div>
      ${uploading === undefined ? nothing : html`<progress max="1" value=${uploading} aria-label=${t('loading')}></progress>`}
      ${ended || value.attachments.length >= MOST_FILES ? nothing : html`<p class="fine" id="files-help">${f('filesHelp')}</p>
        <label class="pick">${icon('camera')} ${f('addFiles')}<input class="sr" type="file" accept="image/*,application/pdf,.heic" multiple aria-describedby="files-help" @change=${attach} /></label>`}</section>`;
  }

  return {
    title: () => (one?.now.state === 'there' ? one.now.value.title : code),
    view: () => html`<div class="narrow case"><p><a href="/feedback/mine">${icon('back')} ${f('back')}</a></p>
      ${one?.now.state === 'there' ? nothing : html`<h1 tabindex="-1" class="code">${code}</h1>`}
      ${one === undefined ? mustSignIn() : shown(one, view)}</div>`,
  };
}

function step(entry: Feedback['history'][number]): TemplateResult {
  return html`<li><time datetime=${entry.at.toISOString()}>${moment(entry.at)}</time><strong>${entry.label}</strong>
    ${entry.text === undefined ? nothing : html`<blockquote class="pre">${entry.text}</blockquote>`}
    ${fromUnit(entry.move) ? html`<p class="fine">${icon('place')} ${entry.agency.name}</p>` : nothing}</li>`;
}

function fromUnit(move: FeedbackMove): boolean {
  return !['SEND', 'REPLY', 'UNFIT', 'SOLVED'].includes(move);
}

function times({ times: spent }: Feedback): TemplateResult | typeof nothing {
  return spent === undefined
    ? nothing
    : html`<p class="fine">${f('times')}: ${number(spent.units)} ${f('timesUnits')}, ${number(spent.sender)} ${f('timesSender')}, ${number(spent.atRest)} ${f('timesRest')}.</p>`;
}

function look(entry: FeedbackAccessEntry): TemplateResult {
  return html`<li><time datetime=${entry.at.toISOString()}>${moment(entry.at)}</time><strong>${entry.agency.name}</strong>
    <span>${[entry.position, entry.purposeLabel, f(entry.identity ? 'looksIdentity' : 'looksNot')].filter(Boolean).join(' · ')}</span></li>`;
}
