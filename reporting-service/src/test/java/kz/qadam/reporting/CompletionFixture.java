package kz.qadam.reporting;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.testing.Contracts;

/** A completion in one of its states, as progress-service publishes it: each event has the whole state. */
public record CompletionFixture(EventData data) {

    /** One that counts, as it is reported first. */
    public static CompletionFixture of(UUID learner, String cohort, String region, String institution, String day) {
        return new CompletionFixture(EventData.of("""
                {"completionId": "%s", "reference": "C-%s", "institution": "%s", "enrolmentId": "%s", "learnerId": "%s",
                 "course": "AI-101", "cohort": "%s", "region": "%s", "completedOn": "%s", "status": "accepted",
                 "counts": true, "because": null, "cause": "reported", "trainedVersion": 1, "version": 1,
                 "recordedAt": "2026-06-01T05:00:00Z"}
                """.formatted(
                UUID.randomUUID(), UUID.randomUUID(), institution, UUID.randomUUID(), learner, cohort, region, day)));
    }

    /** Of a learner of its own, in Almaty. */
    public static CompletionFixture of(String cohort, String day) {
        return of(UUID.randomUUID(), cohort, "KZ-75", "school-42", day);
    }

    public static CompletionFixture under(EnrolmentFixture enrolment, String day) {
        return of(enrolment.learner(), enrolment.cohort(), enrolment.region(), enrolment.institution(), day)
                .with("enrolmentId", enrolment.id())
                .course(enrolment.course());
    }

    public UUID id() {
        return data.id("completionId");
    }

    public UUID learner() {
        return data.id("learnerId");
    }

    public UUID enrolment() {
        return data.id("enrolmentId");
    }

    public String reference() {
        return data.text("reference");
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

    public String course() {
        return data.text("course");
    }

    public String day() {
        return data.text("completedOn");
    }

    public boolean isAccepted() {
        return data.text("status").equals("accepted");
    }

    public boolean counts() {
        return data.members().get("counts").booleanValue();
    }

    /** With an example of each member that an institution may state besides. */
    public CompletionFixture withDetails() {
        return new CompletionFixture(data.with(EventData.of(
                Contracts.optionalMembers("progress-service", "completion").entrySet().stream()
                        .map(detail -> "\"%s\": %s".formatted(detail.getKey(), detail.getValue()))
                        .collect(Collectors.joining(", ", "{", "}")))));
    }

    public CompletionFixture course(String code) {
        return with("course", code);
    }

    public CompletionFixture withReference(String other) {
        return with("reference", other);
    }

    public CompletionFixture version(long number) {
        return with("version", number);
    }

    /** It is accepted, and outside of the days of the programme. */
    public CompletionFixture outsideProgramme() {
        return state("accepted", "outside-programme");
    }

    /** The version of its learner's training that takes account of it; 0: the learner was never trained. */
    public CompletionFixture trainedVersion(long number) {
        return with("trainedVersion", number);
    }

    /**
     * The next state.
     *
     * @param because why it does not count, or null
     */
    public CompletionFixture next(String status, String because, String cause) {
        return next(cause).state(status, because);
    }

    public CompletionFixture revoked() {
        return next("revoked", "revoked", "revoked");
    }

    /** The next state: it waits for its enrolment. */
    public CompletionFixture pending() {
        return next("pending", null, "corrected");
    }

    public CompletionFixture correctedTo(String day) {
        return next("accepted", null, "corrected").with("completedOn", day);
    }

    /** The next state: its enrolment is in another course or another region. */
    public CompletionFixture enrolmentCorrected(String otherCourse, String otherRegion) {
        return next("enrolment-corrected").with("course", otherCourse).with("region", otherRegion);
    }

    /**
     * The next state: in another cohort, or of another learner. Both learners, or both cohorts, are evaluated again.
     *
     * @param trainedVersion the version of the training where it goes
     */
    public CompletionFixture movedTo(UUID otherLearner, String otherCohort, String cause, long trainedVersion) {
        var from =
                Map.of("learnerId", learner(), "cohort", cohort(), "trainedVersion", data.number("trainedVersion") + 1);
        return next(cause)
                .with("learnerId", otherLearner)
                .with("cohort", otherCohort)
                .with("movedFrom", from)
                .trainedVersion(trainedVersion);
    }

    public CompletionFixture publish() {
        CloudEvent event = event();
        KafkaFixture.publish(event.to("qadam.completions", learner().toString()));
        return this;
    }

    public CloudEvent event() {
        String status = data.text("status");
        boolean first = isAccepted() && data.number("version") == 1;
        String change = first ? "recorded" : isAccepted() || status.equals("pending") ? "corrected" : status;
        return KafkaFixture.event(
                "kz.qadam.completion." + change + ".v1", id().toString(), data.number("version"), data.json());
    }

    /** Publishes that its learner is trained by it, in the version that takes account of it. */
    public CompletionFixture publishTrained() {
        return publishTrained("completion");
    }

    public CompletionFixture publishTrained(String cause) {
        long version = data.number("trainedVersion");
        KafkaFixture.publish(
                "qadam.completions",
                learner().toString(),
                "kz.qadam.learner.trained.v1",
                learner() + "/" + cohort(),
                version,
                """
                {"learnerId": "%s", "cohort": "%s", "trained": true, "trainedOn": "%s", "completionId": "%s",
                 "reference": "%s", "institution": "%s", "region": "%s", "course": "%s", "requirementVersion": 1,
                 "programmeVersion": 1, "cohortVersion": 1, "cause": "%s", "version": %d,
                 "recordedAt": "2026-06-01T05:00:00Z"}
                """.formatted(
                                learner(),
                                cohort(),
                                day(),
                                id(),
                                reference(),
                                institution(),
                                region(),
                                course(),
                                cause,
                                version));
        return this;
    }

    private CompletionFixture state(String status, String because) {
        return with("status", status)
                .with("because", because)
                .with("counts", status.equals("accepted") && because == null);
    }

    private CompletionFixture next(String cause) {
        return new CompletionFixture(data.without("movedFrom"))
                .version(data.number("version") + 1)
                .trainedVersion(data.number("trainedVersion") + 1)
                .with("cause", cause);
    }

    private CompletionFixture with(String member, Object value) {
        return new CompletionFixture(data.with(member, value));
    }
}
