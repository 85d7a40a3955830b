/** Periodic reports: what would be handed in now, downloads, issuing, and what was issued. */
import { ReportBasis, ReportGroup, type IssueSummary, type IssueSummaryPage, type Report } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { go, type Page } from '../core/app';
import { asDay, moment, plainDay, today } from '../core/format';
import { load, shown } from '../core/load';
import { Pages } from '../core/pages';
import { reports as api } from './api';
import { address, mustBeOfficer, problem, scrolled, Sending, unitChoice, unitOf } from './desk';
import { formats } from './report-files';
import { kindsOf, periods, type Kind, type Period } from './report-periods';
import { sheet } from './report-sheet';
import { r, said } from './report-words';

const PATH = '/agency/reports';
/** The forms of the law and how their rows may be made, the usual way first. */
const FORMS: Record<string, ReportGroup[]> = {
  II06A: ['FIELD', 'UNIT', 'UNIT_FIELD', 'LEVEL'],
  II06A_PROVINCIAL: ['UNIT', 'FIELD', 'UNIT_FIELD', 'LEVEL'],
  II05: ['KIND', 'UNIT'],
  II07: ['CAUSE', 'UNIT', 'FIELD'],
  II03: ['FIELD', 'UNIT', 'PROCEDURE'],
  CATALOGUE_MONTH: ['AUTHORITY', 'LEVEL'],
};

interface Wish {
  form: string;
  basis: ReportBasis;
  kind: Kind;
  period: Period;
  groupBy: ReportGroup | undefined;
}

/** What the address asks for, made whole; the usual is the last month that has ended. */
function wishOf(place: URL): Wish {
  const asked = (name: string): string => place.searchParams.get(name) ?? '';
  const form = asked('form') || 'II06A';
  const basis = form === 'CATALOGUE_MONTH' || asked('basis') === 'CALENDAR' ? ReportBasis.Calendar : ReportBasis.Report;
  const kind = form === 'CATALOGUE_MONTH' ? 'MONTH' : kindsOf(basis).find((one) => one === asked('kind')) ?? 'MONTH';
  const known = periods(kind, basis, today());
  const period = known.find((one) => one.name === asked('period')) ?? known.find((one) => one.to < today()) ?? known[0];
  const groups = FORMS[form] ?? [];
  return { form, basis, kind, period, groupBy: groups.find((one) => one === asked('groupBy')) ?? groups[0] };
}

export function reports(_: RegExpMatchArray, place: URL): Page {
  const code = unitOf(place);
  const wish = wishOf(place);
  const { form, basis, kind, period, groupBy } = wish;
  const stop = mustBeOfficer();
  const asked = { code: code ?? '', form, period: period.name, basis, groupBy };
  const draft = stop === undefined ? load(() => api.getReportDraft(asked)) : undefined;
  const issues = stop === undefined ? new Pages<IssueSummary, IssueSummaryPage>((cursor) => api.listReports({ code: code!, form, cursor })) : undefined;
  const files = formats((override) => api.getReportDraftRaw(asked, override), `${form}-${code}-${period.name}`);
  const sending = new Sending();

  function choose(event: Event): void {
    const chosen = new FormData((event.target as HTMLSelectElement).form!);
    const given = (name: string): string => String(chosen.get(name) ?? '');
    go(address(PATH, { unit: code, form: given('form'), basis: given('basis'), kind: given('kind'), period: given('period'), groupBy: given('groupBy') }));
  }

  function select(name: string, label: string, options: [string, string][], chosen: string): TemplateResult {
    return html`<label>${label} <select name=${name}>${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}</select></label>`;
  }

  function choices(): TemplateResult {
    const forms = FORMS[form] === undefined ? [...Object.keys(FORMS), form] : Object.keys(FORMS);
    const days = (one: Period): string => (kind === 'DAY' ? plainDay(asDay(one.from)) : `${one.name}: ${plainDay(asDay(one.from))} – ${plainDay(asDay(one.to))}`);
    return html`<form class="choices" @change=${choose}>
      ${select('form', r('form'), forms.map((one) => [one, FORMS[one] === undefined ? one : said('form', one)]), form)}
      ${select('basis', r('basis'), (form === 'CATALOGUE_MONTH' ? [ReportBasis.Calendar] : Object.values(ReportBasis)).map((one) => [one, said('basis', one)]), basis)}
      ${select('kind', r('kind'), (form === 'CATALOGUE_MONTH' ? (['MONTH'] as Kind[]) : kindsOf(basis)).map((one) => [one, said('kind', one)]), kind)}
      ${select('period', r('period'), periods(kind, basis, today()).map((one) => [one.name, days(one)]), period.name)}
      ${groupBy === undefined ? nothing : select('groupBy', r('group'), FORMS[form].map((one) => [one, said('group', one)]), groupBy)}</form>`;
  }

  function issue(event: Event): void {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    const given = (name: string): string | undefined => String(chosen.get(name) ?? '').trim() || undefined;
    void sending.run(async () => {
      const made = await api.issueReport({ code: code!, issueRequest: { form, period: period.name, basis, groupBy, preparedBy: given('preparedBy'), signedBy: given('signedBy'), signerPosition: given('signerPosition') } });
      go(issueAddress(made.issue!.id, code));
    });
  }

  function issuing(report: Report): TemplateResult {
    return html`<section class="sheet" aria-labelledby="issue"><h2 id="issue">${r('issue')}</h2>
      ${period.to >= today() || !report.available ? html`<p>${report.available ? r('notEnded') : r('notAvailable')}</p>` : html`<p class="fine">${r('issueHelp')}</p>
        <form @submit=${issue}>${signatures()}
          <label class="choice"><input type="checkbox" required /> ${r('sure')}</label>
          ${problem(sending.failed)}<button class="main" ?disabled=${sending.busy}>${r('issue')}</button></form>`}</section>`;
  }

  function issued(page: IssueSummaryPage): TemplateResult {
    return html`<section class="sheet" aria-labelledby="issued"><h2 id="issued">${r('issued')}</h2>
      ${page.items.length === 0 ? html`<p class="empty">${r('issuedNone')}</p>` : scrolled(r('issued'), html`<table>
        <thead><tr><th scope="col">${r('period')}</th><th scope="col">${r('group')}</th><th scope="col">${r('when')}</th><th scope="col">${r('standing')}</th></tr></thead>
        <tbody>${page.items.map((one) => html`<tr><th scope="row"><a href=${issueAddress(one.id, code)}>${one.period}</a> <small>${said('basis', one.basis)}</small></th><td>${said('group', one.groupBy)}</td><td>${moment(one.issuedAt)}</td>
          <td>${one.correctedBy === undefined ? html`<span class="status">${r('inForce')}</span>` : html`<span class="status done">${r('corrected')}</span>`} ${one.corrects === undefined ? nothing : r('correction')}</td></tr>`)}</tbody></table>`)}
      ${issues!.more()}</section>`;
  }

  return {
    title: () => r('title'),
    view: () => html`<h1 tabindex="-1">${r('title')}</h1>${stop ?? html`<p class="lead">${r('lead')}</p>
      ${unitChoice(code!, (unit) => address(PATH, { unit, form, basis, kind, period: period.name, groupBy }))}${choices()}
      ${shown(draft!, (report) => html`${sheet(report)}${files.view()}<div class="sheets">${issuing(report)}${shown(issues!.first, issued)}</div>`)}`}`,
  };
}

export function issueAddress(id: string, unit: string | undefined): string {
  return address(`${PATH}/${id}`, { unit });
}

export function signatures(): TemplateResult {
  return html`<label>${r('preparedBy')} <input name="preparedBy" maxlength="200" autocomplete="off" /></label>
    <label>${r('signedBy')} <input name="signedBy" maxlength="200" autocomplete="off" /></label>
    <label>${r('position')} <input name="signerPosition" maxlength="200" autocomplete="off" /></label>`;
}
