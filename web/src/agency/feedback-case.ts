/**
 * One case of feedback. It opens without who sent it; that is a look of its own, on request. Whatever is opened here is
 * written into the log that the sender sees, and the page says so.
 */
import { FeedbackMove, type Feedback, type FeedbackAttachment } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw, type Page } from '../core/app';
import { number } from '../core/format';
import { load, shown } from '../core/load';
import { feedback as api } from './api';
import { address, mustBeOfficer, problem, save, Sending, unitOf } from './desk';
import { alike, deadlines, facts, handOvers, markedText, publicFace, story } from './feedback-facts';
import { MoveForm } from './feedback-moves';
import { coded, f } from './feedback-words';
import { ownAgency } from './own';

const PURPOSES = ['HANDLING', 'SUPERVISION', 'INSPECTION'];
const LAST: FeedbackMove[] = [FeedbackMove.Publish, FeedbackMove.SendBack, FeedbackMove.Close];

function covers(agency: string, unit: string): boolean {
  return unit === agency || unit.startsWith(`${agency}.`);
}

export function feedbackCase(match: RegExpMatchArray, place: URL): Page {
  const feedbackCode = decodeURIComponent(match[1]);
  const code = unitOf(place);
  const asked = place.searchParams.get('purpose') ?? '';
  const purpose = PURPOSES.includes(asked) ? asked : 'HANDLING';
  const stop = mustBeOfficer();
  const seen = stop === undefined ? load(() => api.getAgencyFeedback({ code: code!, feedbackCode, purpose, identity: false })) : undefined;
  const looking = new Sending();
  const fetching = new Sending();
  let withIdentity = false;
  let done: FeedbackMove | undefined;
  let form: MoveForm | undefined;

  function put(value: Feedback): void {
    seen!.now = { state: 'there', value };
  }

  function showSender(): void {
    void looking.run(async () => {
      put(await api.getAgencyFeedback({ code: code!, feedbackCode, purpose: 'HANDLING', identity: true }));
      withIdentity = true;
    });
  }

  function fetchFile(file: FeedbackAttachment): void {
    void fetching.run(async () => save(await api.getAgencyAttachment({ code: code!, feedbackCode, id: file.id }), file.name));
  }

  function sender(one: Feedback): TemplateResult {
    const mine = one.agency.code === ownAgency();
    return html`<section class="sheet" aria-labelledby="sender"><h2 id="sender">${f('sender')}</h2>
      ${one.sender !== undefined
        ? html`<dl class="facts"><dt>${f('name')}</dt><dd>${one.sender.name}</dd>
            ${one.sender.address === undefined ? nothing : html`<dt>${f('address')}</dt><dd>${one.sender.address}</dd>`}
            ${one.sender.phone === undefined ? nothing : html`<dt>${f('phone')}</dt><dd>${one.sender.phone}</dd>`}
            ${one.sender.email === undefined ? nothing : html`<dt>${f('email')}</dt><dd>${one.sender.email}</dd>`}</dl>`
        : !mine ? html`<p class="fine">${f('senderNot', { unit: one.agency.name })}</p>`
        : withIdentity ? html`<p class="fine">${f('senderGone')}</p>`
        : html`<p class="fine">${f('senderHidden')}</p><button ?disabled=${looking.busy} @click=${showSender}>${f('senderShow')}</button>`}
      ${problem(looking.failed)}</section>`;
  }

  function files(one: Feedback): TemplateResult {
    const mine = one.agency.code === ownAgency();
    return html`<section class="sheet" aria-labelledby="files"><h2 id="files">${f('files')}</h2>
      ${one.attachments.length === 0 ? html`<p class="fine">${f('filesNone')}</p>` : html`<ul class="plain">${one.attachments.map((file) => html`<li>${file.name}
          <small>${file.mediaType}, ${number(file.bytes / 1024)} kB${file.scanned ? '' : `, ${f('unscanned')}`}</small>
          ${mine ? html`<button class="quiet" ?disabled=${fetching.busy} aria-label=${f('downloadOf', { name: file.name })} @click=${() => fetchFile(file)}>${f('download')}</button>` : nothing}</li>`)}</ul>
        <p class="fine">${mine ? f('filesHelp') : f('filesNot')}</p>`}
      ${problem(fetching.failed)}</section>`;
  }

  /** The moves that the case allows and that this officer's unit may make. */
  function mayDo(one: Feedback): FeedbackMove[] {
    const own = code!;
    return one.moves.filter((move) => covers(own, one.agency.code)
      || (LAST.includes(move) && one.handling !== undefined && covers(own, one.handling.firstUnit.code)));
  }

  function choose(one: Feedback, move: FeedbackMove): void {
    done = undefined;
    form = new MoveForm(one, move, code!, withIdentity, {
      cancel: () => {
        form = undefined;
        redraw();
        document.querySelector<HTMLElement>(`[data-move="${move}"]`)?.focus();
      },
      made: (after) => {
        form = undefined;
        done = move;
        put(after);
        redraw();
        queueMicrotask(() => document.querySelector<HTMLElement>('#done')?.focus());
      },
    });
    redraw();
    queueMicrotask(() => document.querySelector<HTMLElement>('.move-form :is(textarea, input, select, button)')?.focus());
  }

  function moves(one: Feedback): TemplateResult {
    const open = mayDo(one);
    return html`<section class="sheet moves" aria-labelledby="moves"><h2 id="moves">${f('moves')}</h2>
      ${done === undefined ? nothing : html`<p class="notice" id="done" role="status" tabindex="-1">${f('done', { move: coded('move', done) })}</p>`}
      ${open.length === 0
        ? html`<p>${one.moves.length === 0 ? f('movesNone') : f('movesElsewhere', { unit: one.agency.name })}</p>`
        : html`<div class="actions">${open.map((move) => html`<button data-move=${move} aria-expanded=${form?.move === move} @click=${() => choose(one, move)}>${coded('move', move)}</button>`)}</div>`}
      ${form?.view() ?? nothing}
      <p class="fine">${f('movesLogged')}</p></section>`;
  }

  function view(one: Feedback): TemplateResult {
    return html`<p class="status-line"><strong class="status">${one.stateLabel}</strong> ${coded('kind', one.kind)} · ${one.code}</p>
      <p class="notice">${f(withIdentity ? 'lookedIdentity' : 'looked', { purpose: coded('purpose', withIdentity ? 'HANDLING' : purpose) })}</p>
      ${one.track === 'NONE' || one.guidance === undefined ? nothing : html`<p class="notice bad">${one.guidance}</p>`}
      <section class="sheet" aria-labelledby="text"><h2 id="text">${f('text')}</h2>${markedText(one.text, one.handling?.hints ?? [])}</section>
      ${moves(one)}
      <div class="sheets">
        ${facts(one, code!)}${sender(one)}${files(one)}
        ${one.handling === undefined ? nothing : html`${deadlines(one.handling.deadlines)}${handOvers(one.handling.assignments)}${alike(one.handling.similar, code!)}`}
        ${one.published === undefined ? nothing : html`<section class="sheet" aria-labelledby="published"><h2 id="published">${f('published')}</h2>${publicFace(one.published.title, one.published.text, one.published.answer)}</section>`}
        ${story(one)}
      </div>`;
  }

  return {
    title: () => feedbackCode,
    view: () => html`<p class="over"><a href=${address('/agency/feedback', { unit: code })}>${f('back')}</a></p>
      <h1 tabindex="-1">${seen?.now.state === 'there' ? seen.now.value.title : feedbackCode}</h1>
      ${stop ?? shown(seen!, view)}`,
  };
}
