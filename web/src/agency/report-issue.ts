/** One report as it was issued, and the way to correct it. */
import type { IssueSummary, Report } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { go, type Page } from '../core/app';
import { moment } from '../core/format';
import { load, shown } from '../core/load';
import { reports as api } from './api';
import { address, mustBeOfficer, problem, Sending, unitOf } from './desk';
import { formats } from './report-files';
import { sheet } from './report-sheet';
import { r } from './report-words';
import { issueAddress, signatures } from './reports';

interface Issued {
  report: Report;
  /** Its line in the list, when it is among the latest hundred. */
  summary: IssueSummary | undefined;
}

export function reportIssue(match: RegExpMatchArray, place: URL): Page {
  const id = decodeURIComponent(match[1]);
  const code = unitOf(place);
  const stop = mustBeOfficer();
  const found = stop === undefined ? load(read) : undefined;
  const files = formats((override) => api.getReportRaw({ code: code!, id }, override), `bao-cao-${code}-${id.slice(0, 8)}`);
  const sending = new Sending();

  async function read(): Promise<Issued> {
    const report = await api.getReport({ code: code!, id });
    const list = await api.listReports({ code: code!, form: report.form, limit: 100 });
    return { report, summary: list.items.find((one) => one.id === id) };
  }

  function correct(event: Event, { report }: Issued): void {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    const given = (name: string): string | undefined => String(chosen.get(name) ?? '').trim() || undefined;
    void sending.run(async () => {
      const made = await api.issueReport({ code: code!, issueRequest: {
        form: report.form, period: report.period.name, basis: report.period.basis, groupBy: report.groupBy, corrects: id, reason: given('reason'),
        preparedBy: given('preparedBy'), signedBy: given('signedBy'), signerPosition: given('signerPosition'),
      } });
      go(issueAddress(made.issue!.id, code));
    });
  }

  function correcting(issued: Issued): TemplateResult {
    const newer = issued.summary?.correctedBy;
    return html`<section class="sheet" aria-labelledby="correct"><h2 id="correct">${r('correct')}</h2>
      ${newer !== undefined ? html`<p>${r('correctedBy')} <a href=${issueAddress(newer, code)}>${r('newer')}</a>.</p>` : html`<p class="fine">${r('correctHelp')}</p>
        <form @submit=${(event: Event) => correct(event, issued)}>
          <label>${r('reason')} <textarea name="reason" rows="3" required maxlength="1000"></textarea></label>${signatures()}
          <label class="choice"><input type="checkbox" required /> ${r('sure')}</label>
          ${problem(sending.failed)}<button class="main" ?disabled=${sending.busy}>${r('correct')}</button></form>`}</section>`;
  }

  function view(issued: Issued): TemplateResult {
    const { issue } = issued.report;
    return html`<section class="headline"><dl class="facts">
        <dt>${r('when')}</dt><dd>${issue === undefined ? '' : moment(issue.issuedAt)}</dd>
        ${issue?.corrects === undefined ? nothing : html`<dt>${r('replaces')}</dt><dd><a href=${issueAddress(issue.corrects, code)}>${r('older')}</a></dd><dt>${r('reason')}</dt><dd>${issue.reason}</dd>`}
        ${issue?.preparedBy === undefined ? nothing : html`<dt>${r('preparedBy')}</dt><dd>${issue.preparedBy}</dd>`}
        ${issue?.signedBy === undefined ? nothing : html`<dt>${r('signedBy')}</dt><dd>${issue.signedBy}${issue.signerPosition === undefined ? '' : `, ${issue.signerPosition}`}</dd>`}
        ${issued.summary === undefined ? nothing : html`<dt>${r('checksum')}</dt><dd><code>${issued.summary.checksum}</code></dd>`}</dl></section>
      ${sheet(issued.report)}${files.view()}${correcting(issued)}`;
  }

  /** Back to the list in which this issue stands. */
  function list(): string {
    return address('/agency/reports', { unit: code, form: found?.now.state === 'there' ? found.now.value.report.form : undefined });
  }

  return {
    title: () => r('frozen'),
    view: () => html`<p class="over"><a href=${list()}>${r('back')}</a></p><h1 tabindex="-1">${r('frozen')}</h1>
      ${stop ?? shown(found!, view)}`,
  };
}
