/** Releases of the catalogue: look at what a file would change, publish it, go back. */
import type { RecordShape, Release, ReleaseMode, ReleasePage, ReleaseReport } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { moment, number } from '../core/format';
import { shown } from '../core/load';
import { Pages } from '../core/pages';
import { administration } from './api';
import type { Inner } from './gate';
import { choice, job, outcome, sure, table, tick } from './parts';
import { report } from './report';
import { statistics } from './statistics';
import { a, known } from './words';

const LARGEST = 64 * 1024 * 1024;
const SHAPES: RecordShape[] = ['MOTCUA', 'EXPORT', 'PORTAL', 'EXCHANGE'];

export function open(): Inner {
  const releases = new Pages<Release, ReleasePage>((cursor) => administration.listCatalogueReleases({ limit: 20, cursor }));
  const figures = statistics();
  const work = job();
  const back = job();
  let file: File | undefined;
  let mode: ReleaseMode = 'MERGE';
  let shape: RecordShape | '' = '';
  let strict = false;
  let checked: ReleaseReport | undefined;
  let sending = false;
  let restoring: { release: Release; report: ReleaseReport } | undefined;

  /** What was checked holds only for the file and the choices it was checked with. */
  function changed(): void {
    checked = undefined;
    work.forget();
    redraw();
  }

  function send(dryRun: boolean): Promise<ReleaseReport> {
    // The client takes a text; a file is sent in its place as it is, without being read into memory first.
    const body = file as unknown as string;
    return administration.publishCatalogueRelease({ body, mode, strict, dryRun, shape: shape === '' ? undefined : shape });
  }

  const check = (event: Event): void => {
    event.preventDefault();
    checked = undefined;
    void work.run(async (newest) => {
      const found = await send(true);
      if (!newest()) {
        return '';
      }
      checked = found;
      return touched(found) === 0 ? a('checkedNothing') : a('checkedDone');
    });
  };

  const publish = (): void => void work.run(async () => {
    const done = await send(false);
    checked = undefined;
    void releases.first.refresh();
    figures.again();
    return done.releaseId === undefined ? a('publishedNothing') : a('publishedRelease', { id: done.releaseId });
  });

  const askRestore = (release: Release): void => void back.run(async () => {
    restoring = { release, report: await administration.restoreCatalogueRelease({ id: release.id, dryRun: true }) };
    return '';
  });

  const restore = (release: Release): void => void back.run(async () => {
    const done = await administration.restoreCatalogueRelease({ id: release.id });
    void releases.first.refresh();
    figures.again();
    return done.releaseId === undefined ? a('publishedNothing') : a('restored', { id: release.id, as: done.releaseId });
  });

  function upload(): TemplateResult {
    const large = file !== undefined && file.size > LARGEST;
    return html`<section class="sheet" aria-labelledby="upload"><h2 id="upload">${a('upload')}</h2>
      <form class="fields" @submit=${check}>
        <div class="field"><label for="file">${a('file')}</label>
          <input id="file" type="file" required accept=".json,.ndjson,.jsonl,.txt" aria-describedby="file-help" aria-invalid=${large ? 'true' : nothing}
            @change=${(event: Event) => ((file = (event.target as HTMLInputElement).files?.[0]), changed())} />
          <p class="fine" id="file-help">${a('fileHelp')}</p>${large ? html`<p class="wrong">${a('fileLarge')}</p>` : nothing}</div>
        <div class="row">${choice(a('mode'), 'mode', [['MERGE', a('mode.MERGE')], ['FULL', a('mode.FULL')]], mode, (next) => ((mode = next as ReleaseMode), changed()))}
        ${choice(a('shape'), 'shape', [['', a('shapeAny')], ...SHAPES.map((one): [string, string] => [one, known('shape', one)])], shape, (next) => ((shape = next as RecordShape), changed()))}</div>
        ${tick(a('strict'), 'strict', strict, (on) => ((strict = on), changed()))}
        <p class="actions"><button class="main" type="submit" ?disabled=${work.busy || large}>${a('check')}</button>
          <span class="fine">${a('checkHelp')}</span></p>
      </form>
      ${outcome(work)}
      ${checked === undefined ? nothing : html`<div class="report"><h3>${a('would')}</h3>${report(checked)}
        ${touched(checked) === 0 ? nothing : html`<p class="actions"><button class="main" ?disabled=${work.busy} @click=${() => ((sending = true), redraw())}>${a('publishRelease')}</button></p>`}</div>`}
      ${sending && checked !== undefined
        ? sure(a('publishSure'), html`<p>${a('publishSureHelp', { n: number(touched(checked)) })}</p>${checked.abolished > 0 ? html`<p class="notice bad">${a('abolishes', { n: number(checked.abolished) })}</p>` : nothing}`,
            a('publish'), publish, () => (sending = false))
        : nothing}
    </section>`;
  }

  function row(one: Release, place: number): TemplateResult {
    return html`<tr><th scope="row">${one.id}${one.restores === undefined ? nothing : html`<br /><small>${a('restores', { id: one.restores })}</small>`}</th>
      <td>${moment(one.publishedAt)}</td><td>${known('modeShort', one.mode)}</td><td>${number(one.added)}</td><td>${number(one.amended)}</td><td>${number(one.abolished)}</td>
      <td>${number(one.unchanged)}</td><td>${number(one.refused)}</td>
      <td>${place === 0 ? html`<small>${a('inForce')}</small>` : html`<button class="quiet" ?disabled=${back.busy} @click=${() => askRestore(one)}>${a('goBack', { id: one.id })}</button>`}</td></tr>`;
  }

  function list(page: ReleasePage): TemplateResult {
    return page.items.length === 0
      ? html`<p class="empty">${a('noReleases')}</p>`
      : html`${table(a('releases'), [a('release'), a('publishedAt'), a('mode'), a('added'), a('amended'), a('abolished'), a('unchanged'), a('refused'), ''], page.items.map(row), 'wide numbers')}
        ${releases.more()}`;
  }

  return {
    view: () => html`<p class="lead">${a('catalogueLead')}</p>${upload()}
      <section aria-labelledby="releases"><h2 id="releases">${a('releases')}</h2>${outcome(back)}${shown(releases.first, list)}</section>
      ${figures.view()}
      ${restoring === undefined ? nothing : sure(a('restoreSure', { id: restoring.release.id }), html`<p>${a('restoreHelp')}</p>${report(restoring.report)}`,
        a('restore'), ((release) => () => restore(release))(restoring.release), () => (restoring = undefined), true)}`,
  };
}

function touched(value: ReleaseReport): number {
  return value.added + value.amended + value.abolished;
}
