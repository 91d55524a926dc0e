package kz.qadam.progress.xapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import org.jdbi.v3.core.Handle;

/**
 * Where a page about the platforms of an institution is, and what its reader may do.
 *
 * @param institution whose platforms these are; null while the office has not said it
 * @param isOffice whether addresses have to name the institution
 * @param mayChange whether the reader may change profiles
 */
record PlatformPageContext(DeskContext desk, String institution, boolean isOffice, boolean mayChange) {

    private static final String KNOWN = "select exists (select from institution where code = :code)";

    /**
     * The context of a page with this path.
     *
     * @param named the institution in the address, or null
     * @throws kz.qadam.chassis.http.problem.Problem 403 for a partner of another institution, 400 if the office names none
     */
    static PlatformPageContext of(DeskRequest asked, String path, Caller caller, String named) {
        return new PlatformPageContext(
                asked.at(path),
                caller.actingFor(DeskRequest.given(named)),
                caller.isOffice(),
                caller.isOffice() || caller.is(Role.PARTNER_ADMIN));
    }

    /** The same; the office may leave the institution out. */
    static PlatformPageContext ofAny(DeskRequest asked, String path, Caller caller, String named) {
        return caller.isOffice() && DeskRequest.given(named) == null
                ? new PlatformPageContext(asked.at(path), null, true, true)
                : of(asked, path, caller, named == null ? null : named.strip());
    }

    boolean isKnown(Handle handle) {
        return handle.createQuery(KNOWN)
                .bind("code", institution)
                .mapTo(Boolean.class)
                .one();
    }

    /** The path of a page about the same institution; it may have parameters. */
    String path(String other) {
        return isOffice && institution != null
                ? other + (other.indexOf('?') < 0 ? "?" : "&") + "institution="
                        + URLEncoder.encode(institution, StandardCharsets.UTF_8)
                : other;
    }

    /** The address of that page. */
    public String address(String other) {
        return desk.page(path(other));
    }

    /** The address of a file about the same institution. */
    public String file(String other) {
        return desk.root() + path(other);
    }
}
