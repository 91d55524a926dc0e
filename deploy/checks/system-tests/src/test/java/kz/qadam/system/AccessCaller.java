package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.qadam.local.UnusualTokens;

/**
 * A kind of caller.
 *
 * @param headers with which it shows who it is
 * @param root before each path: where it calls
 * @param institution the caller's own, or one that exists
 */
record AccessCaller(String name, Map<String, String> headers, String root, String institution) {

    /** Every kind of caller. Tokens that are to be refused have the role of the office, so that the role is not why. */
    static List<AccessCaller> all(Qadam qadam) throws IOException {
        Institution school = qadam.office().opens("school", "KZ-75");
        UnusualTokens unusual = qadam.unusualTokens();
        List<AccessCaller> all = new ArrayList<>(List.of(
                new AccessCaller("no-token", Map.of(), "", school.code()),
                bearer("expired-token", unusual.expired("office"), school),
                bearer("token-of-another-key", unusual.forged("office"), school),
                bearer("token-for-another-audience", unusual.ofAnotherAudience("office"), school),
                bearer("token-without-role", unusual.withoutRole(), school),
                bearer("partner", qadam.tokenOf(school), school),
                bearer("partner-admin", qadam.tokenOfAdministrator(school), school),
                bearer("partner-without-institution", unusual.ofPartnerWithoutInstitution(), school),
                bearer("office", qadam.tokenOf("office"), school),
                bearer("office-of-a-region", qadam.tokenOf("region-office", "KZ-75"), school),
                bearer("auditor", qadam.tokenOf("auditor"), school),
                bearer("auditor-of-a-region", qadam.tokenOf("auditor", "KZ-75"), school),
                bearer("viewer", qadam.tokenOf("viewer"), school),
                bearer("viewer-of-a-region", qadam.tokenOf("viewer", "KZ-75"), school),
                program("key", Key.of(qadam, school), school),
                program("key-for-statements", Key.forStatements(qadam, school), school),
                program("revoked-key", Key.of(qadam, school).revoke(qadam, school), school)));
        all.addAll(ofSuspended(qadam));
        return all;
    }

    private static AccessCaller bearer(String name, String token, Institution institution) {
        return authorized(name, "Bearer " + token, institution);
    }

    private static AccessCaller program(String name, Key key, Institution institution) {
        return authorized(name, key.shown(), institution);
    }

    private static AccessCaller authorized(String name, String authorization, Institution institution) {
        return new AccessCaller(name, Map.of("Authorization", authorization), "", institution.code());
    }

    /** A partner and a key of an institution that every service knows to be suspended. */
    private static List<AccessCaller> ofSuspended(Qadam qadam) throws IOException {
        Institution institution = qadam.office().opens("school", "KZ-75");
        String token = qadam.tokenOf(institution);
        Key key = Key.of(qadam, institution);
        qadam.office().suspends(institution);
        Key.OWN_RECORDS.forEach((service, path) -> soon().until(() ->
                qadam.anybody(service).auth().oauth2(token).get(path).statusCode() == 403));
        key.awaitStatus(qadam, 403);
        return List.of(
                bearer("partner-of-a-suspended-institution", token, institution),
                program("key-of-a-suspended-institution", key, institution));
    }
}
