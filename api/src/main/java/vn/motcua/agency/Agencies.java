package vn.motcua.agency;

import jakarta.enterprise.context.ApplicationScoped;

/** What other features may ask about agencies. Answered from memory. */
@ApplicationScoped
public class Agencies {
    /** The agency's name, or the code itself when it is not in the list (old and local codes are never refused). */
    public String name(String code) {
        return code;
    }
}
