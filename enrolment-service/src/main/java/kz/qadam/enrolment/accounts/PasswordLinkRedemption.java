package kz.qadam.enrolment.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;

/** What the holder of a link does: chooses a password, once. */
@ApplicationScoped
class PasswordLinkRedemption {

    /** What became of a password. */
    enum Outcome {
        SET,
        /** The realm's rules do not accept it; the link can be used again. */
        REFUSED,
        /** The link was used, has ended, or never was. */
        NO_LINK
    }

    private final Realm realm;
    private final Database database;
    private final Clock clock;

    PasswordLinkRedemption(Realm realm, Database database, Clock clock) {
        this.realm = realm;
        this.database = database;
        this.clock = clock;
    }

    /** The account that a link opens; empty if it was used, has ended, or never was. */
    Optional<UserAccount> opened(PasswordLinkCode code) {
        return database.transaction(handle -> UserAccountRows.opened(handle, code, clock.instant()))
                .flatMap(known -> realm.find(known.id()));
    }

    /**
     * Sets the password of the account that a link opens. The link is taken before Keycloak is asked, so that of two at the
     * same time one finds it, and given back if the password was not set.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 503 if Keycloak does not answer
     */
    Outcome choose(PasswordLinkCode code, String password) {
        Optional<UserAccountRows.Known> taken = database.transaction(
                handle -> UserAccountRows.take(handle, code, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return taken.map(known -> choose(known, code, password)).orElse(Outcome.NO_LINK);
    }

    private Outcome choose(UserAccountRows.Known taken, PasswordLinkCode code, String password) {
        boolean isSet = false;
        try {
            isSet = realm.setPassword(taken.id(), password);
        } finally {
            if (!isSet) {
                database.transaction(handle -> {
                    UserAccountRows.giveBack(handle, taken, code);
                    return null;
                });
            }
        }
        return isSet ? Outcome.SET : Outcome.REFUSED;
    }
}
