package kz.qadam.system;

import java.util.Locale;
import java.util.Set;
import kz.qadam.local.Service;
import kz.qadam.openapi.ApiOperation;
import kz.qadam.openapi.ApiRequest;

/**
 * What a kind of caller was answered.
 *
 * @param statuses of all media types that the operation can answer with
 * @param outcome {@code allowed}, or how it was refused
 */
record AccessCall(
        Service service,
        ApiOperation operation,
        ApiRequest request,
        AccessCaller caller,
        Set<Integer> statuses,
        String outcome) {

    /** Its line in the table. */
    String line() {
        return String.join(
                ",",
                service.name().toLowerCase(Locale.ROOT),
                operation.method(),
                request.label(),
                caller.name(),
                outcome);
    }

    /** The same call without an optional parameter. */
    String plain() {
        return key(request.plain());
    }

    String key() {
        return key(request.label());
    }

    private String key(String label) {
        return String.join(" ", service.name(), operation.method(), label, caller.name());
    }

    @Override
    public String toString() {
        return line() + " " + statuses;
    }
}
