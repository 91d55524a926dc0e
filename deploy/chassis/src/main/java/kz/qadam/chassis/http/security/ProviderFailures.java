package kz.qadam.chassis.http.security;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells a token that cannot be verified now, since the provider does not answer, from one that is not valid. */
final class ProviderFailures {

    private ProviderFailures() {}

    /** Whether the provider, and not the token, is the cause of this failure. */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof OIDCException
                    || at instanceof IOException
                    || at instanceof TimeoutException
                    || at instanceof VertxException) {
                return true;
            }
        }
        return false;
    }

    /** The failure as it is answered: later, the same token may be accepted. */
    static OIDCException of(Throwable failure) {
        return new OIDCException("The identity provider does not answer: " + failure.getMessage(), failure);
    }
}
