package kz.qadam.chassis.events.event;

import java.util.regex.Pattern;

/** The references that replace those of an erased learner: {@code erased-}, a number if their order counts, and a UUID. */
public final class ErasedReference {

    private static final Pattern FORM =
            Pattern.compile("erased-(\\d{6}-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private ErasedReference() {}

    /**
     * Whether two references of one record may differ: an erasure has replaced one of them. An event may have been sent
     * under both, if its publisher did not learn that Kafka has it, and erased the reference before it sent it again.
     */
    public static boolean replaces(String one, String other) {
        return is(one) || is(other);
    }

    private static boolean is(String reference) {
        return reference != null && FORM.matcher(reference).matches();
    }
}
