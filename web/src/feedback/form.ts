/** Writing to an agency: the form, its draft on this phone, and the way to the service. */
import type { FeedbackReceipt } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { agencyPicker } from '../core/agencies';
import { catalogue, dossiers, type Trouble } from '../core/api';
import { focus, go, redraw, type Page } from '../core/app';
import { signedIn } from '../core/auth';
import { t } from '../core/i18n';
import { icon } from '../core/icons';
import { failure, load, shown } from '../core/load';
import { tell } from '../pages/frame';
import { mustSignIn, startSignIn } from '../pages/signin';
import { dropDraft, newDraft, openDraft, placeOf, saveDraft, type Draft } from './draft';
import { aboutBox, entry, faults, kinds, LONGEST_TEXT, senderFields, subjects, type Place } from './fields';
import { addFiles, filePart } from './files';
import { failureWords, send, SENT, toldLater, type Outcome, type Progress } from './sending';
import { sentView, waitingView } from './sent';
import { f } from './words';

const SAVE_AFTER = 250;

export function feedbackForm(_: RegExpMatchArray, address: URL): Page {
  // Without a network nobody can sign in; what was begun is there all the same.
  const barred = navigator.onLine && !signedIn();
  const opened = barred ? undefined : load(() => openDraft(new URLSearchParams(address.hash.slice(1))).then(begin));
  let draft: Draft;
  let picker: ReturnType<typeof agencyPicker>;
  let wrong: Place[] = [];
  let refused: string[] = [];
  let why: Trouble | undefined;
  let progress: Progress | undefined;
  let sent: Extract<Outcome, { state: 'sent' }> | undefined;
  /** Known once; the files may take several tries. */
  let receipt: FeedbackReceipt | undefined;
  let timer = 0;
  let kept = true;
  let left = false;

  function begin(found: Draft): Draft {
    draft = found;
    picker = agencyPicker('agency', draft.input.agency, (agency) => change({ agency }));
    void name(draft).catch(() => undefined);
    return found;
  }

  /** At every change, a little later; the address then names the draft, for coming back to it. */
  function changed(): void {
    if (progress !== undefined || sent !== undefined) {
      return;
    }
    clearTimeout(timer);
    timer = window.setTimeout(save, SAVE_AFTER);
    if (wrong.length > 0) {
      wrong = faults(draft).filter((place) => wrong.includes(place));
    }
    redraw();
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    timer = 0;
    if (!left && location.pathname === '/feedback/new' && location.hash !== `#draft=${draft.id}`) {
      history.replaceState({}, '', placeOf(draft));
    }
    const now = await saveDraft(draft);
    if (now !== kept) {
      kept = now;
      redraw();
    }
  }

  function change(next: Partial<Draft['input']>): void {
    draft.input = { ...draft.input, ...next };
    changed();
  }

  function from(next: Partial<Draft['sender']>): void {
    draft.sender = { ...draft.sender, ...next };
    changed();
  }

  async function add(chosen: File[]): Promise<void> {
    refused = await addFiles(chosen, draft.files);
    changed();
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (progress !== undefined) {
      return;
    }
    wrong = faults(draft);
    why = undefined;
    if (wrong.length > 0) {
      redraw();
      setTimeout(() => document.getElementById(wrong[0])?.focus());
      return;
    }
    if (!signedIn() && navigator.onLine) {
      await save();
      startSignIn();
      return;
    }
    await dispatch(save);
  }

  async function dispatch(first: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    if (progress !== undefined) {
      return;
    }
    progress = { file: 0, files: draft.files.length, share: 0 };
    why = undefined;
    redraw();
    await first();
    const outcome = await send(draft, (now) => {
      progress = now;
      redraw();
    });
    progress = undefined;
    if (left) {
      tell(...toldLater(outcome).map((words) => () => words));
      return;
    }
    if (outcome.state !== 'failed') {
      receipt = outcome.receipt ?? receipt;
    }
    if (outcome.state === 'sent') {
      sent = { ...outcome, receipt };
      history.replaceState({}, '', '/feedback/new');
    } else if (outcome.state === 'failed') {
      why = outcome.trouble;
    }
    focus();
  }

  /** It waited here and has been sent by the app meanwhile: the page of the case tells the rest. */
  function gone(event: Event): void {
    const code = (event as CustomEvent<Record<string, string>>).detail[draft?.id];
    if (code !== undefined && sent === undefined && progress === undefined) {
      go(`/feedback/mine/${code}`, true);
    }
  }
  addEventListener(SENT, gone);

  async function throwAway(): Promise<void> {
    clearTimeout(timer);
    timer = 0;
    await dropDraft(draft.id);
    go('/feedback');
  }

  async function edit(): Promise<void> {
    draft.waiting = false;
    await save();
    redraw();
  }

  function form(): TemplateResult {
    const { input, sender } = draft;
    const offline = !navigator.onLine;
    return html`
      ${why === undefined ? nothing : failure({ ...why, message: failureWords(why) } as Trouble)}
      ${wrong.length === 0 ? nothing : html`<p class="notice bad" role="alert">${f('check', { n: wrong.length })}</p>`}
      ${draft.notice === undefined ? nothing : html`<p class="notice">${draft.notice}</p>`}
      <form class="feedback" novalidate ?inert=${progress !== undefined} @submit=${submit}>
        ${aboutBox(draft, () => ((draft.about = undefined), change({ dossierCode: undefined, procedureCode: undefined })))}
        ${kinds(input.kind, (kind) => change({ kind }))}
        ${entry({ place: 'title', label: 'what', value: input.title, set: (title) => change({ title }), most: 200, wrong, example: f('whatExample') })}
        ${entry({ place: 'text', label: 'text', value: input.text, set: (text) => change({ text }), most: LONGEST_TEXT, wrong, long: true, help: f('textHelp') })}
        ${input.text.length > LONGEST_TEXT - 500 ? html`<p class="fine">${f('left', { n: LONGEST_TEXT - input.text.length })}</p>` : nothing}
        ${filePart({ files: draft.files, refused, add: (chosen) => void add(chosen), drop: (file) => ((draft.files = draft.files.filter((other) => other !== file)), changed()) })}
        ${entry({ place: 'where', label: 'place', value: input.place ?? '', set: (place) => change({ place: place === '' ? undefined : place }), most: 200, wrong, optional: true })}
        ${subjects(input.subject, (subject) => change({ subject }))}
        <fieldset><legend>${f('to')}</legend><p class="fine">${f(input.dossierCode === undefined ? 'toHelp' : 'toDossier')}</p>
          ${offline ? html`<p class="fine">${f('toOffline')}</p>` : picker()}</fieldset>
        ${input.kind === 'PAKN' ? senderFields(sender, from, wrong) : nothing}
        <details><summary>${f('tracks')}</summary><p>${f('tracksHelp')}</p></details>
        <div class="actions"><button class="main" ?disabled=${progress !== undefined}>${offline ? f('sendLater') : signedIn() ? f('send') : f('signInToSend')}</button>
          <button type="button" class="quiet" @click=${() => void throwAway()}>${f('draftDrop')}</button></div>
        <p class="fine">${f(kept ? 'draftKept' : 'draftNotKept')}</p>
      </form>
      ${progress === undefined ? nothing : onTheWay(progress)}`;
  }

  function view(): TemplateResult {
    if (sent !== undefined) {
      return sentView(sent);
    }
    return draft.waiting && progress === undefined
      ? waitingView(draft, { now: sendNow, edit: () => void edit(), drop: () => void throwAway(), another })
      : form();
  }

  /** Only somebody signed in can; the draft waits here for the way back. */
  function sendNow(): void {
    if (signedIn() || !navigator.onLine) {
      void dispatch();
    } else {
      startSignIn();
    }
  }

  function another(): void {
    begin(newDraft());
    receipt = undefined;
    history.replaceState({}, '', '/feedback/new');
    redraw();
  }

  return {
    title: () => f('write'),
    keeps: () => draft !== undefined,
    close: () => {
      left = true;
      removeEventListener(SENT, gone);
      if (timer !== 0) {
        void save();
      }
    },
    view: () => html`<div class="narrow"><p><a href="/feedback">${icon('back')} ${f('title')}</a></p><h1 tabindex="-1">${sent === undefined ? f('write') : f('sent')}</h1>
      ${opened === undefined ? closed() : shown(opened, view)}</div>`,
  };
}

function closed(): TemplateResult {
  return html`<p>${f('signIn')}</p>${mustSignIn()}<p>${f('anonymous')} <a href="/me">${f('toRating')}</a></p>`;
}

function onTheWay({ file, files, share }: Progress): TemplateResult {
  return html`<div class="way"><p role="status">${file === 0 ? f('sendingText') : f('sendingFile', { n: file, all: files })}</p>
    <progress max="1" value=${file === 0 ? 0 : (file - 1 + share) / files} aria-label=${t('loading')}></progress></div>`;
}

/** What the dossier or procedure is called, once the network tells. */
async function name(draft: Draft): Promise<void> {
  const { dossierCode, procedureCode } = draft.input;
  if (draft.about === undefined && dossierCode !== undefined) {
    const { procedure } = await dossiers.getMyDossier({ code: dossierCode });
    draft.about = procedure.name;
  } else if (draft.about === undefined && procedureCode !== undefined) {
    draft.about = (await catalogue.getProcedure({ code: procedureCode })).name;
  }
  redraw();
}
