package kz.qadam.enrolment.merges;

import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A split meets an enrolment, a correction or a merge, in either order. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class SplitMeetingTest extends OnePersonEnrolledTwice {

    @Inject
    Database database;

    @Inject
    Merges merges;

    @Inject
    Splits splits;

    @Inject
    Batch batch;

    private String third;

    @BeforeEach
    void merge_them() {
        third = somebodyElse();
        merge(byDocument, byIin).statusCode(201);
    }

    private Splits.Result split(Handle handle) {
        return splits.split(
                handle,
                SplitPost.read(batch.single("""
                        {"absorbed": "%s", "surviving": "%s", "reason": "two people"}\
                        """.formatted(byDocument, byIin).getBytes(StandardCharsets.UTF_8))
                        .fields()),
                "office");
    }

    private Merges.Result mergeOn(Handle handle) {
        return merges.merge(
                handle,
                MergePost.read(batch.single("""
                        {"absorbed": "%s", "surviving": "%s", "reason": "one person"}\
                        """.formatted(byIin, third).getBytes(StandardCharsets.UTF_8))
                        .fields()),
                "office");
    }

    @Test
    void an_enrolment_waits_for_a_split_that_is_being_made_and_comes_under_the_absorbed_learner() {
        var both = Concurrently.meet(
                database,
                this::split,
                () -> partner(school).body(document("D-2")).post("/v1/enrolments"));

        assertThat(both.second().<String>path("learnerId")).isEqualTo(byDocument);
    }

    @Test
    void a_split_waits_for_an_enrolment_that_is_being_written() {
        var both = Concurrently.meet(
                database,
                handle -> {
                    Aliases.lockShared(handle);
                    return Aliases.surviving(handle, UUID.fromString(byDocument));
                },
                () -> split(byDocument, byIin).extract().statusCode());

        assertThat(both.second()).isEqualTo(201);
        assertThat(learner(enrol(school, document("D-2")))).isEqualTo(byDocument);
    }

    @Test
    void a_correction_that_waits_for_a_split_corrects_the_enrolment_that_has_moved() {
        var both = Concurrently.meet(
                database,
                this::split,
                () -> corrects(school, "D-1", "\"region\": \"KZ-71\"").extract());

        assertThat(both.second().<String>path("learnerId")).isEqualTo(byDocument);
        assertThat(both.second().<Integer>path("version")).isEqualTo(4);
    }

    @Test
    void a_merge_that_waits_for_a_split_leaves_the_absorbed_learner_alone() {
        var both = Concurrently.meet(
                database, this::split, () -> merge(byIin, third).extract().statusCode());

        assertThat(both.second()).isEqualTo(201);
        assertThat(learnerOf(school, "D-1")).isEqualTo(byDocument);
        assertThat(learnerOf(other, "I-1")).isEqualTo(third);
    }

    @Test
    void a_split_that_waits_for_a_merge_of_the_surviving_learner_names_the_new_one() {
        var both = Concurrently.meet(
                database, this::mergeOn, () -> split(byDocument, byIin).extract());

        assertThat(both.second().statusCode()).isEqualTo(409);
        assertThat(both.second().<String>path("errors[0].detail")).contains(third);
        split(byDocument, third).statusCode(201);
        assertThat(learnerOf(school, "D-1")).isEqualTo(byDocument);
    }

    @Test
    void a_merge_of_the_absorbed_learner_that_waits_for_its_split_is_a_new_merge() {
        var both = Concurrently.meet(
                database, this::split, () -> merge(byDocument, third).extract().statusCode());

        assertThat(both.second()).isEqualTo(201);
        assertThat(learnerOf(school, "D-1")).isEqualTo(third);
        office().get("/v1/learner-merges/" + byDocument).then().statusCode(200);
    }
}
