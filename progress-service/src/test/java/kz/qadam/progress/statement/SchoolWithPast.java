package kz.qadam.progress.statement;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;

/** A school with one enrolment, and with completions whose states are of days that are past. */
record SchoolWithPast(Partner partner) {

    /** One whose enrolment the service knows. */
    static SchoolWithPast open() {
        Neighbours.describeCatalogue();
        var school = new SchoolWithPast(Partner.school());
        school.partner.hasEnrolled("E", UUID.randomUUID());
        return school;
    }

    void accepted(String... references) {
        for (String reference : references) {
            partner.completes(reference, "E", "2026-03-01").statusCode(201).body("status", equalTo("accepted"));
        }
    }

    String path(String month) {
        return "/v1/statements/" + partner.institution() + "?month=" + month;
    }

    ExtractableResponse<Response> statement(String month) {
        return partner.get(path(month)).statusCode(200).extract();
    }

    /** What the month opens with, what was recorded, revoked and corrected in it, and what it closes with. */
    List<Integer> numbers(String month) {
        return numbers(statement(month));
    }

    static List<Integer> numbers(ExtractableResponse<Response> statement) {
        return Stream.of("opening", "recorded", "revoked", "corrected", "closing")
                .map(statement::<Integer>path)
                .toList();
    }

    /** That all states of this version are of that day. */
    void happened(int version, String day) {
        moveTo("true", version, day + "T06:00:00Z");
    }

    void happened(String reference, int version, String day) {
        happenedAt(reference, version, day + "T06:00:00Z");
    }

    void happenedAt(String reference, int version, String at) {
        moveTo("c.reference = '" + reference + "'", version, at);
    }

    private void moveTo(String which, int version, String at) {
        String ids = "(select id from completion c where c.institution = '%s' and %s)"
                .formatted(partner.institution(), which);
        Records.change("""
                update completion set changed_at = '%3$s' where id in %1$s and version = %2$d;
                update former_completion set changed_at = '%3$s' where id in %1$s and version = %2$d;
                update former_completion set until = '%3$s' where id in %1$s and version = %2$d - 1
                """.formatted(ids, version, at));
    }
}
