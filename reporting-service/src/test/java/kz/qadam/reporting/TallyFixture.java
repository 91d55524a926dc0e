package kz.qadam.reporting;

/** What progress-service received from an institution on a day, and what became of it. */
public record TallyFixture(EventData data) {

    /** All that was received is accepted. */
    public static TallyFixture of(String institution, String day, long received) {
        return new TallyFixture(EventData.of("""
                {"institution": "%s", "day": "%s", "received": %d, "accepted": %3$d, "pending": 0, "refused": 0,
                 "duplicate": 0, "conflict": 0, "rejected": 0, "pendingNow": 0, "refusedNow": 0,
                 "revokedUntoldNow": 0, "version": 1, "recordedAt": "2026-06-01T05:00:01Z"}
                """.formatted(institution, day, received)));
    }

    /**
     * The same with another number.
     *
     * @param member "accepted", "pendingNow" or another one, as the event names it
     */
    public TallyFixture with(String member, long number) {
        return new TallyFixture(data.with(member, number));
    }

    public TallyFixture publish() {
        String key = data.text("institution") + "/" + data.text("day");
        KafkaFixture.publish(
                "qadam.completions",
                key,
                "kz.qadam.intake.tallied.v1",
                "tally/" + key,
                data.number("version"),
                data.json());
        return this;
    }
}
