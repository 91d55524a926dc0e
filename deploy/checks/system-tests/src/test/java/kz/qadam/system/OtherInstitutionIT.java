package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import kz.qadam.openapi.ApiOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A partner that names what another institution has: in the address, in a body, in a batch, or in a file. */
@OnSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherInstitutionIT {

    /** What a partner names as its own, whether or not another institution has the same: it is not refused. */
    private static final Set<String> NAMES_OF_ONES_OWN = Set.of(
            "GET /v1/enrolments reference",
            "POST /v1/enrolments reference",
            "POST /v1/enrolments/batch reference",
            "GET /v1/completions reference",
            "POST /v1/completions reference",
            "POST /v1/completions/batch reference",
            "GET /v1/receipts reference",
            // The completion waits for an enrolment of its own institution with this name.
            "POST /v1/completions enrolment",
            "POST /v1/completions/batch enrolment",
            "POST /v1/corrections enrolment",
            "POST /v1/corrections/batch enrolment");

    /** A revocation may come before its completion, so a name that nobody has is kept: decision 155. */
    private static final Set<String> REVOKED =
            Set.of("POST /v1/revocations completion", "POST /v1/revocations/batch completion");

    /** A text as short as a reference may be found in anything. */
    /** The institution has no profile and no platform, and its tables have references. */
    private static final Set<String> NOT_THERE = Set.of(
            "GET /v1/enrolment-imports/{id}/kept.csv id",
            "GET /v1/enrolment-table-profiles/{institution}/{name} institution",
            "GET /v1/completion-table-profiles/{institution}/{name} institution",
            "GET /v1/platforms/{institution}/{name} institution");

    private static final int SHORT = 8;

    private final ApiClient client;
    private final List<IdQuestion> questions;
    private final OwnRecords own;
    private final OwnRecords other;

    OtherInstitutionIT(Qadam qadam) throws IOException {
        this.client = ApiClient.of(qadam);
        this.questions = Stream.of(Service.values())
                .flatMap(service ->
                        client.operations(service).stream().flatMap(operation -> IdQuestion.of(service, operation)))
                .toList();
        this.own = OwnRecords.of(qadam, "school");
        this.other = OwnRecords.of(qadam, "university");
    }

    private ApiClient.Answer ask(IdQuestion question, OwnRecords asker, String value) {
        return client.send(question.request(client, asker, value));
    }

    private ApiClient.Answer askForAnothers(IdQuestion question) {
        return ask(question, own, other.id(question.kind()));
    }

    /** All that is said, but for the id, and for what is different each time. */
    private static String said(ApiClient.Answer answer, String id) {
        return answer.status() + " " + masked(answer.body(), id);
    }

    private static String masked(String body, String id) {
        return body.replace(id, "<id>")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<random>")
                .replaceAll("\\b\\d{12}\\b", "<iin>")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<instant>")
                .replaceAll("\"cursor\":\"[^\"]*\"", "<cursor>");
    }

    private static boolean isRefused(ApiClient.Answer answer) {
        return switch (answer.status()) {
            case 403, 404, 422 -> true;
            default -> answer.body().matches("(?s).*(\"rejected\":1,|[,;]rejected[,;]).*");
        };
    }

    @Test
    void every_parameter_and_member_is_known_as_an_id_of_one_institution_or_of_none() {
        assertThat(Stream.of(Service.values())
                        .flatMap(service -> client.operations(service).stream())
                        .flatMap(operation -> IdNames.unsaid(operation).stream()))
                .isEmpty();
    }

    @Test
    void an_id_of_another_institution_is_answered_like_one_that_does_not_exist() {
        assertThat(questions)
                .hasSizeGreaterThan(100)
                .filteredOn(question -> !REVOKED.contains(question.name()))
                .allSatisfy(question -> {
                    String foreign = other.id(question.kind());
                    String unknown = IdNames.unknown(question.kind());
                    assertThat(said(ask(question, own, foreign), foreign))
                            .isEqualTo(said(ask(question, own, unknown), unknown));
                });
    }

    @Test
    void it_is_refused_unless_it_is_taken_as_a_name_of_ones_own() {
        Set<String> answered = questions.stream()
                .filter(question -> !isRefused(askForAnothers(question)))
                .map(IdQuestion::name)
                .collect(Collectors.toSet());

        assertThat(answered).isEqualTo(NAMES_OF_ONES_OWN);
    }

    @Test
    void no_answer_says_anything_of_what_the_other_institution_has() {
        assertThat(questions).allSatisfy(question -> {
            String asked = other.id(question.kind());
            String answer = askForAnothers(question).body().replace(asked, "<id>");
            assertThat(other.ids().values())
                    .filteredOn(id -> id.length() > SHORT)
                    .noneMatch(answer::contains);
        });
    }

    @Test
    void a_revocation_of_another_institutions_completion_is_refused() {
        assertThat(questions)
                .filteredOn(question -> REVOKED.contains(question.name()))
                .isNotEmpty()
                .allSatisfy(question ->
                        assertThat(isRefused(askForAnothers(question))).isTrue());
    }

    /** A control: the same requests are answered to the institution itself. */
    @Test
    void the_institution_itself_is_answered() {
        assertThat(questions)
                .filteredOn(question -> question.operation().isGet() && isForPartners(question.operation()))
                .filteredOn(question -> !NOT_THERE.contains(question.name()))
                .hasSizeGreaterThan(15)
                .allSatisfy(question -> assertThat(
                                ask(question, other, other.id(question.kind())).status())
                        .isEqualTo(200));
    }

    private static boolean isForPartners(ApiOperation operation) {
        return operation.isSecured()
                && (operation.roles().isEmpty() || operation.roles().contains("partner"));
    }

    /** No row can be kept, or counts: the course does not exist, and the enrolment does not either. */
    @Test
    void a_row_of_a_file_is_judged_alike_with_an_id_of_another_institution_and_with_one_that_does_not_exist() {
        Map<String, ApiOperation> operations = Stream.of(Service.ENROLMENT, Service.PROGRESS)
                .flatMap(service -> client.operations(service).stream())
                .filter(operation -> operation.method().equals("POST"))
                .collect(Collectors.toMap(ApiOperation::path, Function.identity()));
        List<String> imports = operations.keySet().stream()
                .filter(path -> path.endsWith("-imports"))
                .toList();

        assertThat(imports).hasSizeGreaterThan(1).allSatisfy(path -> {
            ApiOperation single = Objects.requireNonNull(operations.get(path.replaceFirst("-imports$", "s")));
            assertThat(IdNames.ofOneInstitution(single)).isNotEmpty().allSatisfy(id -> {
                String kind = IdNames.kind(single, id);
                assertThat(judged(path, single, id, other.id(kind)))
                        .isEqualTo(judged(path, single, id, IdNames.unknown(kind)));
            });
        });
    }

    /** What is said of a file with one row: how many rows were judged how, and those that were not kept. */
    private List<String> judged(String path, ApiOperation single, String id, String value) {
        String reference = Qadam.fresh("R");
        ObjectNode row = IdQuestion.item(single.body().example(), own);
        row.put("reference", reference);
        row.replace(row.has("course") ? "course" : "enrolment", TextNode.valueOf("none"));
        IdQuestion.set(row, id, value);
        LargeFile file = own.partner().importing(path, IdQuestion.csv(row));
        Map<String, Object> job = file.awaitEnd().getMap("");
        Stream<String> numbers = job.entrySet().stream()
                .filter(member -> member.getValue() instanceof Integer)
                .map(Object::toString);
        return Stream.concat(numbers, file.errors().stream())
                .map(line -> masked(line, value).replace(reference, "<reference>"))
                .toList();
    }
}
