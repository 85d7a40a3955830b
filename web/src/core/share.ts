/** Hands a page of this app on: by the phone's own sheet, else as a copied link. */
import { t } from './i18n';

/** @returns what to tell the person; nothing when the phone's sheet told it */
export async function share(title: string, path: string): Promise<string> {
  const url = location.origin + path;
  try {
    if (navigator.share !== undefined) {
      await navigator.share({ title, url });
      return '';
    }
    await navigator.clipboard.writeText(url);
    return t('procedure.copied');
  } catch (thrown) {
    // Whoever closes the sheet has seen enough; where neither works the link itself is shown.
    return thrown instanceof DOMException && thrown.name === 'AbortError' ? '' : url;
  }
}
