package kz.qadam.reporting;

import java.util.Map;
import java.util.UUID;

/** An enrolment in one of its states, as enrolment-service publishes it. */
public record EnrolmentFixture(EventData data) {

    public static EnrolmentFixture of(UUID learner, String cohort, String region, String institution) {
        return new EnrolmentFixture(
                EventData.of("""
                {"enrolmentId": "%s", "reference": "E-1", "institution": "%s", "learnerId": "%s", "course": "AI-101",
                 "cohort": "%s", "region": "%s", "enrolledOn": "2026-02-01", "withdrawnOn": null, "version": 1,
                 "recordedAt": "2026-02-01T05:00:00Z"}
                """.formatted(UUID.randomUUID(), institution, learner, cohort, region)));
    }

    public UUID id() {
        return data.id("enrolmentId");
    }

    public UUID learner() {
        return data.id("learnerId");
    }

    public String course() {
        return data.text("course");
    }

    public String cohort() {
        return data.text("cohort");
    }

    public String region() {
        return data.text("region");
    }

    public String institution() {
        return data.text("institution");
    }

    public EnrolmentFixture course(String code) {
        return with("course", code);
    }

    /** The next state: in another course and another region. */
    public EnrolmentFixture corrected(String otherCourse, String otherRegion) {
        return next().with("course", otherCourse).with("region", otherRegion);
    }

    /** The next state: of another learner, after a merge. */
    public EnrolmentFixture movedTo(UUID otherLearner) {
        return next().with("learnerId", otherLearner);
    }

    /** With these attributes, by name. */
    public EnrolmentFixture withAttributes(Map<String, String> attributes) {
        return attributes.isEmpty() ? new EnrolmentFixture(data.without("attributes")) : with("attributes", attributes);
    }

    /** The next state: with other attributes. */
    public EnrolmentFixture correctedTo(Map<String, String> otherAttributes) {
        return next().withAttributes(otherAttributes);
    }

    /** The next state: it ended on this day. */
    public EnrolmentFixture withdrawnOn(String day) {
        return next().with("withdrawnOn", day);
    }

    public EnrolmentFixture publish() {
        long version = data.number("version");
        String change = version == 1 ? "enrolled" : data.text("withdrawnOn") == null ? "corrected" : "withdrawn";
        KafkaFixture.publish(
                "qadam.enrolments",
                learner().toString(),
                "kz.qadam.enrolment." + change + ".v1",
                id().toString(),
                version,
                data.json());
        return this;
    }

    private EnrolmentFixture next() {
        return with("version", data.number("version") + 1);
    }

    private EnrolmentFixture with(String member, Object value) {
        return new EnrolmentFixture(data.with(member, value));
    }
}
