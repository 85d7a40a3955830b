/** The citizen's app. */
import { redraw, start } from './core/app';
import { onChange, resume, signedIn } from './core/auth';
import { all } from './core/db';
import { t } from './core/i18n';
import { applyTheme } from './core/kept';
import { later } from './core/later';
import { refreshPack } from './offline/pack';
import { sendRatings } from './offline/queue';
import { frame, notFound, tell, tellSent } from './pages/frame';
import { home } from './pages/home';
import { countUnread, inbox } from './pages/inbox';
import { lookup } from './pages/lookup';
import { me, myDossier } from './pages/me';
import { procedure } from './pages/procedure';
import { rating } from './pages/rating';
import { entered, signedInPage } from './pages/signin';

const PACK_DELAY = 4000;

applyTheme();

let was = false;
onChange(() => {
  const is = signedIn();
  if (is && !was) {
    entered();
    void countUnread().catch(() => undefined);
    void sendFeedback().catch(() => undefined);
  }
  was = is;
  redraw();
});

const talk = (): string => t('home.feedback');

start(
  [
    [/^\/$/, home],
    [/^\/p\/([^/]+)$/, procedure],
    [/^\/h$/, lookup],
    [/^\/me$/, me],
    [/^\/me\/([^/]+)$/, myDossier],
    [/^\/r$/, rating],
    [/^\/inbox$/, inbox],
    [/^\/settings$/, later(() => t('settings.title'), async () => (await import('./settings/settings')).settings)],
    [/^\/feedback$/, later(talk, async () => (await import('./feedback/published')).answers)],
    [/^\/feedback\/new$/, later(talk, async () => (await import('./feedback/form')).feedbackForm)],
    [/^\/feedback\/mine$/, later(talk, async () => (await import('./feedback/mine')).myFeedback)],
    [/^\/feedback\/mine\/([^/]+)$/, later(talk, async () => (await import('./feedback/case')).myCase)],
    [/^\/feedback\/([^/]+)$/, later(talk, async () => (await import('./feedback/published')).answer)],
    [/^\/signed-in$/, signedInPage],
    [/^/, notFound],
  ],
  frame,
);

function send(): void {
  redraw();
  void sendRatings().then((sent) => sent.length > 0 && tellSent(sent)).catch(() => undefined);
  void sendFeedback().catch(() => undefined);
}

/** Only its sender sends it: without being signed in it waits on. */
async function sendFeedback(): Promise<void> {
  if (navigator.onLine && signedIn() && (await all<{ waiting: boolean }>('drafts')).some((draft) => draft.waiting)) {
    const { sendWaiting } = await import('./feedback/sending');
    tell(...(await sendWaiting()).map((words) => () => words));
  }
}
addEventListener('online', () => {
  send();
  // Opened without a network: who is there is asked now.
  if (!signedIn()) {
    void resume();
  }
});
addEventListener('offline', redraw);
send();

if (location.pathname !== '/signed-in') {
  void resume();
}
if ('serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/sw.js');
}
// After the page itself; not on a connection that asks for restraint.
if (!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData) {
  setTimeout(() => void refreshPack().catch(() => undefined), PACK_DELAY);
}
