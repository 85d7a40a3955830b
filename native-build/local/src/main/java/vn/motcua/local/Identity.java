package vn.motcua.local;

import java.util.Locale;

/** Where the tokens of the demo users come from. */
sealed interface Identity {
    /** A token of this demo user, as its app would have it. */
    String userToken(String user);

    /** A token of the one-stop system of this agency (of level 1, for instance H44). */
    String systemToken(String agency);

    /** From the Keycloak that start brought up. */
    record FromKeycloak(KeycloakTokens tokens) implements Identity {
        @Override
        public String userToken(String user) {
            return tokens.passwordToken("motcua-app", user);
        }

        @Override
        public String systemToken(String agency) {
            return tokens.clientToken(client(agency));
        }
    }

    /** Signed here, with the key whose public half the service was given ({@code --no-identity}). */
    record FromKey(TokenMint mint, DemoUsers users) implements Identity {
        @Override
        public String userToken(String user) {
            var known = users.named(user);
            return mint.token(user, known.role(), known.claims());
        }

        @Override
        public String systemToken(String agency) {
            return userToken(client(agency));
        }
    }

    private static String client(String agency) {
        return "one-stop-" + agency.toLowerCase(Locale.ROOT);
    }
}
