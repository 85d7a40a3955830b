/** Language, look, the copy on this phone, what is pushed, and the person's rights over the own data. */
import type { ErasureReport, NotificationPreferences } from 'client';
import { html, nothing, type TemplateResult } from 'lit-html';
import { identity, notifications, trouble } from '../core/api';
import { redraw, type Page } from '../core/app';
import { canSignIn, claims, signedIn, signOut } from '../core/auth';
import { moment, number } from '../core/format';
import { locale, named, setLocale, t } from '../core/i18n';
import { setTheme, theme, type Theme } from '../core/kept';
import { load, shown } from '../core/load';
import { packState, refreshPack } from '../offline/pack';
import { forgetIndex } from '../offline/search';
import { forgetLifeEvents } from './home';
import { startSignIn } from './signin';

const KINDS = ['DOSSIER_STATUS', 'RATING_INVITATION', 'DUE_SOON', 'OVERDUE', 'DUE_DATE_MOVED'];

export function settings(): Page {
  const copy = load(packState);
  const wishes = signedIn() ? load(() => notifications.getNotificationPreferences()) : undefined;
  let said = '';
  let asking = false;
  let erased: ErasureReport | undefined;

  async function working(work: () => Promise<string>): Promise<void> {
    said = t('loading');
    redraw();
    said = await work().catch((thrown: unknown) => trouble(thrown).message);
    redraw();
  }

  async function fetchCopy(): Promise<string> {
    const fresh = await refreshPack();
    forgetIndex();
    copy.again();
    return fresh === undefined ? t('settings.copyFresh') : t('settings.copyDone', { n: number(fresh.procedures) });
  }

  async function save(value: NotificationPreferences): Promise<string> {
    const { push, kinds, agencies, quietHours, lockScreen } = value;
    const saved = await notifications.putNotificationPreferences({
      notificationPreferencesInput: { push, kinds, agencies, quietHours, lockScreen },
    });
    wishes!.now = { state: 'there', value: saved };
    return t('settings.saved');
  }

  async function exportData(): Promise<string> {
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
    asking = false;
    return t('settings.erased');
  }

  function look(): TemplateResult {
    return html`<section><h2>${t('settings.look')}</h2>
      ${choice('locale', t('settings.language'), [['vi', 'Tiếng Việt'], ['en', 'English']], locale(), (next) => {
        setLocale(next as 'vi' | 'en');
        forgetLifeEvents();
      })}
      ${choice('theme', t('settings.theme'), [['auto', t('settings.auto')], ['light', t('settings.light')], ['dark', t('settings.dark')]], theme(), (next) => setTheme(next as Theme))}
    </section>`;
  }

  function phoneCopy(): TemplateResult {
    return html`<section><h2>${t('settings.copy')}</h2>
      ${shown(copy, (state) => html`<p>${state === undefined
        ? t('settings.copyNone')
        : t('settings.copyState', { n: number(state.procedures), at: moment(new Date(state.fetchedAt)) }) + ' ' + t(state.signed ? 'settings.copySigned' : 'settings.copyUnsigned')}</p>`)}
      <button @click=${() => void working(fetchCopy)}>${t('settings.copyFetch')}</button></section>`;
  }

  function pushes(value: NotificationPreferences): TemplateResult {
    const quiet = value.quietHours;
    const change = (next: Partial<NotificationPreferences>): void => void working(() => save({ ...value, ...next }));
    return html`<fieldset class="switches"><legend class="sr">${t('settings.push')}</legend>
      ${toggle(t('settings.pushAny'), value.push, (on) => change({ push: on }))}
      ${KINDS.map((kind) => toggle(named('kind', kind), value.kinds[kind] !== false, (on) => change({ kinds: { ...value.kinds, [kind]: on } }), !value.push))}
      ${toggle(t('settings.quiet'), quiet !== undefined, (on) => change({ quietHours: on ? { from: '22:00', to: '06:30', zone: 'Asia/Ho_Chi_Minh' } : undefined }), !value.push)}
      ${quiet === undefined ? nothing : html`<div class="hours">
        <label>${t('settings.from')} <input type="time" required .value=${quiet.from} @change=${(event: Event) => change({ quietHours: { ...quiet, from: (event.target as HTMLInputElement).value } })} /></label>
        <label>${t('settings.to')} <input type="time" required .value=${quiet.to} @change=${(event: Event) => change({ quietHours: { ...quiet, to: (event.target as HTMLInputElement).value } })} /></label></div>`}
      ${toggle(t('settings.lockScreen'), value.lockScreen === 'FULL', (on) => change({ lockScreen: on ? 'FULL' : 'NEUTRAL' }), !value.push)}
    </fieldset>`;
  }

  function account(): TemplateResult {
    if (!signedIn()) {
      return html`<section><h2>${t('settings.account')}</h2>${canSignIn() ? html`<p>${t('signin.why')}</p><button class="main" @click=${startSignIn}>${t('signin.do')}</button>` : html`<p>${t('signin.none')}</p>`}</section>`;
    }
    return html`<section><h2>${t('settings.account')}</h2>
        <p>${String(claims().name ?? '')}</p><button @click=${() => void signOut()}>${t('settings.signOut')}</button></section>
      <section><h2>${t('settings.push')}</h2><p class="fine">${t('settings.pushHelp')}</p>${shown(wishes!, pushes)}</section>
      <section><h2>${t('settings.data')}</h2>
        <p>${t('settings.dataHelp')}</p>
        <button @click=${() => void working(exportData)}>${t('settings.export')}</button>
        ${asking
          ? html`<div class="notice bad" role="alertdialog" aria-labelledby="sure"><p id="sure">${t('settings.eraseSure')}</p>
              <button class="danger" @click=${() => void working(erase)}>${t('settings.eraseYes')}</button>
              <button @click=${() => ((asking = false), redraw())}>${t('settings.eraseNo')}</button></div>`
          : html`<button class="danger-quiet" @click=${() => ((asking = true), redraw())}>${t('settings.erase')}</button>`}
        ${erased === undefined ? nothing : html`<ul class="rows">${erased.parts.map((part) => html`<li><strong>${named('part', part.part)}</strong>: ${t('settings.erasedPart', { n: part.deleted })} ${part.kept ?? ''}</li>`)}</ul>`}
      </section>`;
  }

  return {
    title: () => t('settings.title'),
    view: () => html`<div class="narrow settings"><h1 tabindex="-1">${t('settings.title')}</h1>
      <p class="saying" role="status">${said}</p>${look()}${phoneCopy()}${account()}</div>`,
  };
}

function choice(name: string, label: string, options: [string, string][], now: string, set: (value: string) => void): TemplateResult {
  return html`<fieldset class="choice"><legend>${label}</legend>${options.map(
    ([value, words]) => html`<label><input type="radio" name=${name} .checked=${value === now} @change=${() => (set(value), redraw())} /><span lang=${name === 'locale' ? value : nothing}>${words}</span></label>`,
  )}</fieldset>`;
}

function toggle(label: string, on: boolean, set: (on: boolean) => void, disabled = false): TemplateResult {
  return html`<label class="switch"><span>${label}</span><input type="checkbox" role="switch" .checked=${on} ?disabled=${disabled} @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} /></label>`;
}
