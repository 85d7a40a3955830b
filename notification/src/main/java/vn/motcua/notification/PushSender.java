package vn.motcua.notification;

/** Hands one push to whoever brings it to the phone. Blocks until there is an answer. */
interface PushSender {
    Delivery send(Push push);
}
