package kz.qadam.progress.enrolment;

import java.util.Comparator;

/** A name by which an institution refers to an enrolment of its own: its reference, or its id. */
public record EnrolmentName(String institution, String name) implements Comparable<EnrolmentName> {

    private static final Comparator<EnrolmentName> ORDER =
            Comparator.comparing(EnrolmentName::institution).thenComparing(EnrolmentName::name);

    @Override
    public int compareTo(EnrolmentName other) {
        return ORDER.compare(this, other);
    }
}
