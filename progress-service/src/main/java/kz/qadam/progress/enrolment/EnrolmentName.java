package kz.qadam.progress.enrolment;

import java.util.Comparator;

/** What an institution may call an enrolment of its own by: its reference, or its id. */
public record EnrolmentName(String institution, String name) implements Comparable<EnrolmentName> {

    private static final Comparator<EnrolmentName> ORDER =
            Comparator.comparing(EnrolmentName::institution).thenComparing(EnrolmentName::name);

    @Override
    public int compareTo(EnrolmentName other) {
        return ORDER.compare(this, other);
    }
}
