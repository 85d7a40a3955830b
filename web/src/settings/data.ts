/** The person's rights over the own data: a copy of all of it, and its deletion. */
import type { ErasureReport } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { identity } from '../core/api';
import { number } from '../core/format';
import { named, t } from '../core/i18n';
import { forgetWritten } from '../pages/session';
import type { Working } from './settings';

export function ownData(working: Working): () => TemplateResult {
  let erased: ErasureReport | undefined;

  async function take(): Promise<string> {
    const records = await identity.exportMyData();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' }));
    link.download = 'motcua-du-lieu-cua-toi.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return t('settings.exported', { n: number(records.length) });
  }

  async function erase(): Promise<string> {
    erased = await identity.deleteMyData();
    await forgetWritten();
    return t('settings.erased');
  }

  function dialog(): HTMLDialogElement {
    return document.getElementById('erase') as HTMLDialogElement;
  }

  return () => html`<section aria-labelledby="data"><h2 id="data">${t('settings.data')}</h2>
    <p>${t('settings.dataHelp')} <a href="/me">${t('settings.looks')}</a></p>
    <button @click=${() => void working(take)}>${t('settings.export')}</button>
    <button class="danger-quiet" @click=${() => dialog().showModal()}>${t('settings.erase')}</button>
    <dialog id="erase" aria-labelledby="erase-title" aria-describedby="erase-what"><h2 id="erase-title">${t('settings.eraseTitle')}</h2><p id="erase-what">${t('settings.eraseSure')}</p>
      <div class="actions"><button autofocus @click=${() => dialog().close()}>${t('settings.eraseNo')}</button>
        <button class="danger" @click=${() => (dialog().close(), void working(erase))}>${t('settings.eraseYes')}</button></div></dialog>
    ${erased === undefined ? nothing : html`<ul class="rows">${erased.parts.map((part) => html`<li><strong>${named('part', part.part)}</strong>: ${t('settings.erasedPart', { n: part.deleted })} ${part.kept ?? ''}</li>`)}</ul>`}
  </section>`;
}
