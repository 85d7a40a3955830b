/** The citizen's app. */
import { redraw, reopen, start } from './core/app';
import { onChange, resume, signedIn } from './core/auth';
import { applyTheme } from './core/kept';
import { refreshPack } from './offline/pack';
import { sendRatings } from './offline/queue';
import { frame, notFound, tellSent } from './pages/frame';
import { home } from './pages/home';
import { countUnread, inbox } from './pages/inbox';
import { lookup } from './pages/lookup';
import { me, myDossier } from './pages/me';
import { procedure } from './pages/procedure';
import { rating } from './pages/rating';
import { settings } from './pages/settings';
import { signedInPage } from './pages/signin';

const PACK_DELAY = 4000;

applyTheme();

let was = false;
onChange(() => {
  const is = signedIn();
  // A page that asked to sign in opens anew; one that is being used stays, with what was typed in it.
  if (is && !was && location.pathname !== '/signed-in') {
    reopen();
    void countUnread().catch(() => undefined);
  }
  was = is;
  redraw();
});

start(
  [
    [/^\/$/, home],
    [/^\/p\/([^/]+)$/, procedure],
    [/^\/h$/, lookup],
    [/^\/me$/, me],
    [/^\/me\/([^/]+)$/, myDossier],
    [/^\/r$/, rating],
    [/^\/inbox$/, inbox],
    [/^\/settings$/, settings],
    [/^\/signed-in$/, signedInPage],
    [/^/, notFound],
  ],
  frame,
);

function send(): void {
  redraw();
  void sendRatings().then((sent) => sent.length > 0 && tellSent(sent)).catch(() => undefined);
}
addEventListener('online', send);
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
