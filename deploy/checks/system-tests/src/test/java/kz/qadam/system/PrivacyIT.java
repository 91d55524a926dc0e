package kz.qadam.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Identification numbers go in and never come out. */
@OnSuite
class PrivacyIT {

    private final Qadam qadam;
    private final Institution school;
    private final Course course;
    private final Partner partner;
    private final Figures before;

    PrivacyIT(Qadam qadam) {
        this.qadam = qadam;
        this.school = qadam.office().opens("school", "KZ-10");
        this.course = qadam.office().offers(36);
        this.partner = qadam.partner(school);
        this.before = qadam.auditor().figures();
    }

    @Test
    void no_identification_number_is_found_in_answers_files_or_topics() throws IOException {
        var pupil = Enrolment.of(school, course, "pupils");

        List<Response> answers = Stream.concat(about(pupil), slipsOfThePen()).toList();

        qadam.auditor().sees(PlainCount.of(List.of(pupil), List.of(), Requirement.ANY_COURSE), before);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(Iins.in(answer.headers() + answer.asString()))
                        .isEmpty());
        assertThat(Qadam.filesWith(text -> text.contains(pupil.reference()))).isNotEmpty();
        assertThat(Qadam.filesWith(text -> !Iins.in(text).isEmpty())).isEmpty();
        for (String topic : qadam.kafka().topics()) {
            assertThat(qadam.kafka().records(topic))
                    .allSatisfy(event ->
                            assertThat(Iins.in(text(event))).as("%s", topic).isEmpty());
        }
    }

    /** The enrolment, the same again, and the same reference for somebody else. */
    private Stream<Response> about(Enrolment pupil) {
        return Stream.of(
                partner.enrolling(pupil.json()),
                partner.enrolling(pupil.json()),
                partner.enrolling(pupil.json().replace(pupil.iin(), Iins.next())));
    }

    private Stream<Response> slipsOfThePen() {
        var slip = Enrolment.of(school, course, "pupils", Iins.misspelt());
        var completion = slip.completed(0);
        return Stream.of(
                partner.enrolling(slip.json()),
                partner.enrolling(slip.json().replace(slip.reference(), Iins.next())),
                partner.enrolling(slip.json().replace("\"iin\"", "\"inn\"")),
                partner.enrolling(slip.json().replace("\"" + slip.iin() + "\"", slip.iin())),
                partner.enrolling("{\"learner\": {\"iin\": \"%s\", ".formatted(Iins.next())),
                partner.enrollingByFile(Enrolment.HEADER + slip.row()),
                partner.enrollingByFile(Iins.next() + "," + Enrolment.HEADER + slip.row()),
                partner.completing(completion.json().replace(completion.reference(), Iins.next())),
                partner.completing(completion.json().replace(slip.reference(), Iins.next())),
                partner.completingByFile(Completion.HEADER + completion.row().replace(slip.reference(), Iins.next())));
    }

    private static String text(ConsumerRecord<byte[], byte[]> event) {
        Stream<byte[]> headers = Arrays.stream(event.headers().toArray()).map(header -> header.value());
        return Stream.concat(Stream.of(event.key(), event.value()), headers)
                .filter(Objects::nonNull)
                .map(bytes -> new String(bytes, ISO_8859_1))
                .reduce("", (all, one) -> all + "\n" + one);
    }
}
