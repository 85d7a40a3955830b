/** The same report as a file: JSON, CSV or a workbook, from the operation that made the preview. */
import type { ApiResponse, InitOverrideFunction, Report } from 'client';
import { html, type TemplateResult } from 'lit-html';
import { accepting, CSV, problem, save, Sending, XLSX } from './desk';
import { r } from './report-words';

const TYPES: [string, string][] = [['JSON', 'application/json'], ['CSV', CSV], ['XLSX', XLSX]];

export function formats(ask: (override: InitOverrideFunction) => Promise<ApiResponse<Report>>, name: string): { view: () => TemplateResult } {
  const saving = new Sending();
  function download(ending: string, type: string): void {
    void saving.run(async () => save(await (await ask(accepting(type))).raw.blob(), `${name}.${ending.toLowerCase()}`));
  }
  return {
    view: () => html`<div class="actions">${TYPES.map(([ending, type]) => html`<button ?disabled=${saving.busy} @click=${() => download(ending, type)}>${r('download', { type: ending })}</button>`)}</div>${problem(saving.failed)}`,
  };
}
