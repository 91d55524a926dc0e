package kz.qadam.system;

import static kz.qadam.system.Qadam.soon;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Service;
import kz.qadam.local.UnusualTokens;

/**
 * A kind of caller.
 *
 * @param token null for nobody
 * @param institution the caller's own, or one that exists
 */
record AccessCaller(String name, String token, String institution) {

    /** What only an active institution may read, in each service. */
    private static final Map<Service, String> OWN_RECORDS = Map.of(
            Service.ENROLMENT, "/v1/enrolments",
            Service.PROGRESS, "/v1/completions",
            Service.REPORTING, "/v1/receipts?reference=C-1");

    /** Every kind of caller. Tokens that are to be refused have the role of the office, so that the role is not why. */
    static List<AccessCaller> all(Qadam qadam) throws IOException {
        Institution school = qadam.office().opens("school", "KZ-75");
        AccessCaller suspended = suspended(qadam);
        UnusualTokens unusual = qadam.unusualTokens();
        return List.of(
                new AccessCaller("no-token", null, school.code()),
                new AccessCaller("expired-token", unusual.expired("office"), school.code()),
                new AccessCaller("token-of-another-key", unusual.forged("office"), school.code()),
                new AccessCaller("token-for-another-audience", unusual.ofAnotherAudience("office"), school.code()),
                new AccessCaller("token-without-role", unusual.withoutRole(), school.code()),
                new AccessCaller("partner", qadam.tokenOf(school), school.code()),
                new AccessCaller("partner-without-institution", unusual.ofPartnerWithoutInstitution(), school.code()),
                suspended,
                new AccessCaller("office", qadam.tokenOf("office"), school.code()),
                new AccessCaller("auditor", qadam.tokenOf("auditor"), school.code()),
                new AccessCaller("auditor-of-a-region", qadam.tokenOf("auditor", "KZ-75"), school.code()),
                new AccessCaller("viewer", qadam.tokenOf("viewer"), school.code()),
                new AccessCaller("viewer-of-a-region", qadam.tokenOf("viewer", "KZ-75"), school.code()));
    }

    /** A partner of an institution that every service knows to be suspended. */
    private static AccessCaller suspended(Qadam qadam) throws IOException {
        Institution institution = qadam.office().opens("school", "KZ-75");
        String token = qadam.tokenOf(institution);
        qadam.office().suspends(institution);
        OWN_RECORDS.forEach((service, path) -> soon().until(() ->
                qadam.anybody(service).auth().oauth2(token).get(path).statusCode() == 403));
        return new AccessCaller("partner-of-a-suspended-institution", token, institution.code());
    }
}
