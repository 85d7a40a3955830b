package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.openapi.Language;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Vietnam;

/** A person's inbox. Somebody else's entry does not exist. */
@ApplicationScoped
class Inbox {
    private final InboxStore store;

    Inbox(InboxStore store) {
        this.store = store;
    }

    Uni<NotificationPage> page(PersonKey reader, Language language, Optional<InboxPlace> after, int limit) {
        return store.page(reader, after, limit + 1)
                .chain(messages -> store.unread(reader).map(unread -> {
                    var page = Page.of(messages, limit, m -> new InboxPlace(m.createdAt(), m.id()).encode());
                    var items =
                            page.items().stream().map(m -> inWords(m, language)).toList();
                    return new NotificationPage(items, page.nextCursor(), unread);
                }));
    }

    Uni<Notification> entry(PersonKey reader, Language language, UUID id) {
        return store.entry(reader, id)
                .map(found -> found.map(m -> inWords(m, language)).orElseThrow(Inbox::notFound));
    }

    /** The first time counts. */
    Uni<Void> markRead(PersonKey reader, UUID id) {
        return store.markRead(reader, id)
                .invoke(found -> {
                    if (!found) {
                        throw notFound();
                    }
                })
                .replaceWithVoid();
    }

    private static Notification inWords(InboxStore.Message message, Language language) {
        return new Notification(
                message.id(),
                Notification.Kind.of(message.kind()),
                Notification.topic(message.kind()),
                message.wording().title(message.variables(), language),
                message.wording().body(message.variables(), language),
                message.dossierCode(),
                Vietnam.time(message.createdAt()),
                message.readAt() == null ? null : Vietnam.time(message.readAt()));
    }

    private static ProblemException notFound() {
        return ProblemException.of(
                ProblemType.NOTIFICATION_NOT_FOUND,
                "Hãy mở lại hộp thư để xem các thông báo của bạn.",
                "Open the inbox again to see your notifications.");
    }
}
