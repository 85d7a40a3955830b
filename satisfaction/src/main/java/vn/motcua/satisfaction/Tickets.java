package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.Vietnam;

/** What other features may do: issue the one rating ticket of an ended dossier, and show it to the dossier's owner. */
@ApplicationScoped
public class Tickets {
    static final String SHORT = "SHORT";
    static final String LONG = "LONG";

    private final TicketStore store;
    private final TicketKeys keys;
    private final SatisfactionConfig config;

    Tickets(TicketStore store, TicketKeys keys, SatisfactionConfig config) {
        this.store = store;
        this.keys = keys;
        this.config = config;
    }

    /**
     * Issues tickets in the caller's transaction. A dossier that has one keeps it; the second call changes nothing. A dossier
     * that ended so long ago that its ticket would already have expired gets none and does not count as finished: nobody was
     * asked about it.
     */
    public Uni<Void> issue(SqlConnection transaction, List<EndedDossier> dossiers) {
        var today = Vietnam.today();
        var askable = dossiers.stream()
                .map(this::ticket)
                .filter(ticket -> !ticket.expiresOn().isBefore(today))
                .toList();
        return askable.isEmpty() ? Uni.createFrom().voidItem() : store.insert(transaction, askable);
    }

    private TicketStore.NewTicket ticket(EndedDossier dossier) {
        var hash = keys.ticketHash(keys.ticket(dossier.dossierCode()));
        return new TicketStore.NewTicket(
                hash,
                keys.dossierHash(dossier.dossierCode()),
                dossier,
                dossier.endedOn().plusDays(config.ticketDays()),
                longForm(hash) ? LONG : SHORT);
    }

    /** The lot is drawn by the ticket's keyed hash: nobody chooses who is asked at length, and asking twice draws alike. */
    private boolean longForm(byte[] ticketHash) {
        return Byte.toUnsignedInt(ticketHash[0]) * 100 < config.longFormPercent() * 256;
    }

    /** The ticket of a dossier while it can be used: not redeemed, not expired. Ask only for the dossier's owner. */
    public Uni<Optional<String>> open(String dossierCode) {
        var ticket = keys.ticket(dossierCode);
        return store.find(keys.ticketHash(ticket))
                .map(found -> found.filter(row -> row.isOpen(Vietnam.today())).map(row -> ticket));
    }
}
