/** The phones that pushes go to. */
import type { Device } from 'client';
import { html, type TemplateResult } from 'lit-html';
import { notifications } from '../core/api';
import { moment } from '../core/format';
import { named, t } from '../core/i18n';
import { load, shown } from '../core/load';
import type { Working } from './settings';

export function devices(working: Working): () => TemplateResult {
  const list = load(async () => (await notifications.listDevices()).items);

  async function remove(installationId: string): Promise<string> {
    await notifications.deleteDevice({ installationId });
    list.again();
    return t('devices.removed');
  }

  function row(device: Device): TemplateResult {
    const name = named('platform', device.platform);
    const seen = t('devices.seen', { at: moment(device.lastContactAt) });
    return html`<li><span><strong>${name}</strong><small>${named('language', device.locale)} · ${seen}</small></span>
      <button aria-label="${t('devices.remove')}: ${name}, ${seen}" @click=${() => void working(() => remove(device.installationId))}>${t('devices.remove')}</button></li>`;
  }

  return () => html`<section aria-labelledby="devices"><h2 id="devices">${t('devices.title')}</h2>
    ${shown(list, (items) => (items.length === 0 ? html`<p class="empty">${t('devices.none')}</p>` : html`<p class="fine">${t('devices.help')}</p><ul class="rows withButtons">${items.map(row)}</ul>`))}</section>`;
}
