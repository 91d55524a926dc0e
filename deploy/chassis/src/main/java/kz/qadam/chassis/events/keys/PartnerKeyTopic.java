package kz.qadam.chassis.events.keys;

/** The names by which owner and copies of the keys know each other. */
public final class PartnerKeyTopic {

    /** One partition, so that a confirmation follows all that it confirms; Kafka keeps the newest event of each key. */
    public static final String TOPIC = "qadam.keys";

    /** The type of the event with the whole state of a key. */
    public static final String DESCRIBED = "kz.qadam.institution-key.described.v1";

    private PartnerKeyTopic() {}
}
