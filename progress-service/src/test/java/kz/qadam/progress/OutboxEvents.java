package kz.qadam.progress;

/** Events in the outbox that no request brings about: such as Kafka does not take, or earlier versions left. */
public final class OutboxEvents {

    private OutboxEvents() {}

    /** An event that waits to be sent. */
    public static void waits(String id, String subject, String type, String data) {
        add(id, subject, type, data, "null");
    }

    /** An event that Kafka refused as too large. */
    public static void isParked(String id, String subject, String type, String data) {
        add(id, subject, type, data, "'RecordTooLargeException'");
    }

    public static void remove(String id) {
        Records.change("delete from outbox_event where id = '" + id + "'");
    }

    private static void add(String id, String subject, String type, String data, String parked) {
        Records.change("""
                insert into outbox_event (publisher, id, key, type, subject, time, data, parked)
                values ('completions', '%1$s', '%2$s', '%3$s', '%2$s', now(), $data$%4$s$data$, %5$s)
                """.formatted(id, subject, type, data, parked));
    }
}
