package kz.qadam.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.qadam.local.Suite;

/**
 * The tokens that a suite gives out. Those that it signs itself are given out again, since they are valid for hours and a
 * signature costs more than most requests; those of Keycloak are not.
 */
record SuiteTokens(Suite suite, Map<String, String> signed) {

    SuiteTokens(Suite suite) {
        this(suite, new ConcurrentHashMap<>());
    }

    /** @param code of an institution or a region; empty for who acts for no institution and sees all */
    String of(String role, String code) {
        return suite.provider().isPresent()
                ? token(role, code)
                : signed.computeIfAbsent(role + " " + code, any -> token(role, code));
    }

    private String token(String role, String code) {
        try {
            return code.isEmpty() ? suite.token(role) : suite.token(role, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
