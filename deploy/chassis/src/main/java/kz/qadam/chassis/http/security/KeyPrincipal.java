package kz.qadam.chassis.http.security;

import java.security.Principal;

/** A program that has shown the key of an institution. */
record KeyPrincipal(PartnerKey key) implements Principal {

    /** For the record; the subject of a token does not begin like this. */
    @Override
    public String getName() {
        return "institution-key/" + key.id();
    }
}
