/** Which questions of an earlier version ask the same, so that their answers count together. */
import type { Questionnaire } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { redraw } from '../core/app';
import { administration } from './api';
import { choice, job, outcome, table } from './parts';
import { a } from './words';

export function mappings(now: Questionnaire, all: Questionnaire[]): { view: () => TemplateResult | typeof nothing } {
  const earlier = all.filter((one) => one.code === now.code && one.version < now.version).sort((one, other) => other.version - one.version);
  const work = job();
  let from = earlier[0];
  let pairs = from === undefined ? {} : likely(from, now);

  function choose(version: string): void {
    from = earlier.find((one) => String(one.version) === version)!;
    pairs = likely(from, now);
    work.forget();
  }

  const declare = (): void => void work.run(async () => {
    const items = Object.fromEntries(Object.entries(pairs).filter(([, to]) => to !== ''));
    await administration.mapQuestionnaire({ questionnaire: now.code, version: now.version, itemMappings: { fromVersion: from.version, items } });
    return a('mapped', { n: Object.keys(items).length });
  });

  function row(item: Questionnaire['items'][number]): TemplateResult {
    const fits = now.items.filter((other) => other.factor === item.factor);
    return html`<tr><th scope="row">${item.code}<br /><small lang="vi">${item.textVi}</small></th>
      <td>${choice(a('sameAs', { code: item.code }), `map-${item.code}`, [['', a('sameNone')], ...fits.map((other): [string, string] => [other.code, `${other.code}: ${other.textVi}`])], pairs[item.code] ?? '', (next) => {
        pairs = { ...pairs, [item.code]: next };
        redraw();
      })}</td></tr>`;
  }

  return {
    view: () => (from === undefined
      ? nothing
      : html`<section class="sheet" aria-labelledby="mappings"><h2 id="mappings">${a('mappings')}</h2><p class="fine">${a('mappingsHelp')}</p>
          ${choice(a('earlierVersion'), 'from', earlier.map((one) => [String(one.version), `${one.code} / ${one.version}`]), String(from.version), choose)}
          ${table(a('mappings'), [a('earlierQuestion'), a('questionHere')], from.items.map(row))}
          ${outcome(work)}<p class="actions"><button class="main" ?disabled=${work.busy || Object.values(pairs).every((to) => to === '')} @click=${declare}>${a('declare')}</button></p></section>`),
  };
}

/** A proposal: the same code with the same factor. The editor decides. */
function likely(from: Questionnaire, now: Questionnaire): Record<string, string> {
  return Object.fromEntries(from.items.map((item) => [item.code, now.items.some((other) => other.code === item.code && other.factor === item.factor) ? item.code : '']));
}
