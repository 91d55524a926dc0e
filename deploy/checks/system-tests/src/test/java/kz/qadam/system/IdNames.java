package kz.qadam.system;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.openapi.ApiOperation;
import kz.qadam.openapi.ApiParameter;

/** Which parameters of requests, and members of their bodies, name something that belongs to one institution. */
final class IdNames {

    /** Those that do, each with an id that does not exist. The path says what an {@code id} or a {@code reference} is of. */
    private static final Map<String, String> UNKNOWN = Map.ofEntries(
            Map.entry("institution", "nowhere-0"),
            Map.entry("enrolment", random()),
            Map.entry("completion", random()),
            Map.entry("profile", "nowhere-0/sheet"),
            Map.entry("completionId", random()),
            Map.entry("learnerId", random()),
            Map.entry("learner.learnerId", random()),
            Map.entry("absorbed", random()),
            Map.entry("surviving", random()),
            Map.entry("enrolments", random()),
            Map.entry("eventId", random()),
            Map.entry("enrolments id", random()),
            Map.entry("completions id", random()),
            Map.entry("enrolment-imports id", random()),
            Map.entry("completion-imports id", random()),
            Map.entry("institution-keys id", random()),
            Map.entry("erasure-tasks id", random()),
            Map.entry("enrolments reference", "N-0"),
            Map.entry("completions reference", "N-0"),
            Map.entry("receipts reference", "N-0"));

    /** Those that do not; a member of one of these does not either. */
    private static final Set<String> OF_NO_INSTITUTION = Stream.of(
                    // The catalogue and what is published, which everybody may read.
                    "code cohort course region area kind bin owner names titles hours status target requirement plan",
                    "startsOn horizon milestones zone validFrom number name",
                    // What is asked, and how it is answered.
                    "limit cursor on asOf month from to by interval format bom days state measure excluded class",
                    "seed size trained stale dryRun atomic fileName numberMissing",
                    "kinds sameSecond manyInstitutions monthEndLeast monthEndShare",
                    "actor key outcome subject after epoch manifest",
                    // What is said of a learner, an enrolment or a completion.
                    "learner.iin learner.document enrolledOn completedOn language score certificate reason version action",
                    // What a profile of tables says.
                    "sheet encoding columns rows",
                    // What is said of a platform, its accounts and its statements: each institution has its own.
                    "homePages done courses coursePointer notOurs platform account replace statementId because",
                    // What is said of a key.
                    "label expiresOn only",
                    // What is said of an account.
                    "role change renew",
                    // What is said of an erasure.
                    "explanation outcome",
                    // What an auditor says of a record.
                    "note",
                    // A person who asks what is held, named by a number or a learnerId.
                    "person requestedBy request",
                    // What an institution declares about its basis.
                    "basis since document")
            .flatMap(names -> Stream.of(names.split(" ", -1)))
            .collect(Collectors.toSet());

    /** What waits for a decision of the office, and recounts: their ids are of the programme. */
    private static final Set<String> IDS_OF_THE_PROGRAMME = Set.of(
            "enrolment-dead-letters id",
            "completion-dead-letters id",
            "dead-letters id",
            "recounts id",
            "worklists id",
            "hints id",
            "parked id",
            "parked-states id",
            "learner-splits id",
            "erasures id");

    /** Those that exist with Keycloak alone: {@link AccountsIT} tries them. */
    private static final Set<String> IDS_OF_KEYCLOAK = Set.of("accounts id");

    private IdNames() {}

    private static String random() {
        return UUID.randomUUID().toString();
    }

    /** The parameters of an operation and the members of its body. */
    private static Stream<String> all(ApiOperation operation) {
        return Stream.concat(
                operation.parameters().stream()
                        .filter(parameter -> parameter.isInPath() || parameter.isInQuery())
                        .map(ApiParameter::name),
                operation.body().members().stream());
    }

    /** Those that name something of one institution. */
    static List<String> ofOneInstitution(ApiOperation operation) {
        return all(operation)
                .filter(name -> UNKNOWN.containsKey(kind(operation, name)))
                .distinct()
                .toList();
    }

    /** Those of which it is not said here whether they do. */
    static List<String> unsaid(ApiOperation operation) {
        return all(operation)
                .filter(name -> !UNKNOWN.containsKey(kind(operation, name))
                        && !IDS_OF_THE_PROGRAMME.contains(kind(operation, name))
                        && !IDS_OF_KEYCLOAK.contains(kind(operation, name))
                        && OF_NO_INSTITUTION.stream().noneMatch(other -> (name + ".").startsWith(other + ".")))
                .map(name -> operation + " " + name)
                .toList();
    }

    /** An id that does not exist. */
    static String unknown(String kind) {
        return UNKNOWN.get(kind);
    }

    /** The name, and for {@code id} and {@code reference} also the collection that the path names. */
    static String kind(ApiOperation operation, String name) {
        if (!name.equals("id") && !name.equals("reference")) {
            return name;
        }
        return operation.path().replaceFirst("^/v1/(audit/)?([^/]+).*", "$2") + " " + name;
    }
}
