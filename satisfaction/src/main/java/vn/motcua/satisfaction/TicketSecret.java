package vn.motcua.satisfaction;

import io.smallrye.config.ConfigMapping;

/** The secret of the service, from which the keys of tickets are derived. */
@ConfigMapping(prefix = "motcua")
interface TicketSecret {
    /** At least 32 characters; whoever changes it makes the open tickets worthless. */
    String secret();
}
