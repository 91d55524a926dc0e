package kz.qadam.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.chassis.events.keys.KeyConfirmation;
import kz.qadam.chassis.events.keys.PartnerKeyTopic;
import kz.qadam.chassis.http.security.PartnerKey;
import kz.qadam.progress.catalogue.CohortDescribed;
import kz.qadam.progress.catalogue.CourseDescribed;
import kz.qadam.progress.catalogue.InstitutionDescribed;
import kz.qadam.progress.catalogue.ProgrammeDescribed;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.erasure.LearnerBlocked;
import kz.qadam.progress.erasure.LearnerErased;
import kz.qadam.progress.learner.LearnerMerged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedByOthersTest {

    private static final Path CONTRACTS =
            Path.of("../enrolment-service/src/main/resources/META-INF/resources/contracts");

    private static final Map<String, Class<?>> READ_AS = Map.ofEntries(
            Map.entry("kz.qadam.learner.merged.v1", LearnerMerged.class),
            Map.entry("kz.qadam.learner.erased.v1", LearnerErased.class),
            Map.entry("kz.qadam.learner.blocked.v1", LearnerBlocked.class),
            Map.entry("kz.qadam.catalogue.programme-described.v1", ProgrammeDescribed.class),
            Map.entry("kz.qadam.catalogue.cohort-described.v1", CohortDescribed.class),
            Map.entry("kz.qadam.catalogue.course-described.v1", CourseDescribed.class),
            Map.entry("kz.qadam.catalogue.institution-described.v1", InstitutionDescribed.class),
            Map.entry("kz.qadam.enrolment.enrolled.v1", Enrolment.class),
            Map.entry("kz.qadam.enrolment.withdrawn.v1", Enrolment.class),
            Map.entry("kz.qadam.enrolment.corrected.v1", Enrolment.class),
            Map.entry(PartnerKeyTopic.DESCRIBED, PartnerKey.class),
            Map.entry(KeyConfirmation.TYPE, KeyConfirmation.class));

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS)) {
            return files.filter(p -> p.getParent().endsWith("examples"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_that_the_publisher_ships_can_be_read(Path example) throws IOException {
        assertThat(EventJson.read(Files.readString(example), READ_AS.get(typeOf(example))))
                .isNotNull();
    }

    private static String typeOf(Path example) {
        return example.getParent().getParent().getFileName().toString();
    }

    @Test
    void an_unreadable_event_says_what_is_missing_and_repeats_nothing() {
        assertThatThrownBy(() -> EventJson.read("{\"code\":\"secret\",\"versions\":[]}", CohortDescribed.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> EventJson.read("{\"version\":1}", CourseDescribed.class))
                .hasMessageContaining("code is missing");
    }
}
