package kz.qadam.reporting.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.reporting.rollup.fact.EventMembers;

/**
 * The dimensions of figures, declared once: the roll-up, the parameter {@code by}, the filter of the evidence and the
 * data package all use this list. Only the recount has its own list, on purpose.
 *
 * <p>Events name the region, the institution and the course. A derived dimension is of a course or an institution: the
 * catalogue describes each of them, and the property of the description that has the code of the dimension gives the
 * member. An attribute is of an enrolment, whose events name it by the code of the dimension; the completions of the
 * enrolment, and whom they make trained, have it too.
 */
public enum Dimension {
    /** The whole country, the only member. */
    NATION(event -> Cell.ALL),
    REGION(EventMembers::region),
    INSTITUTION(EventMembers::institution),
    COURSE(EventMembers::course),
    /** The area of a course in the Digital Code. */
    AREA(COURSE),
    /** The kind of an institution, such as school. */
    KIND(INSTITUTION),
    /** The language in which an enrolment is taught. */
    LANGUAGE;

    /** All dimensions that figures can be broken down by, which are all except the nation. */
    public static final List<Dimension> BREAKDOWNS =
            Arrays.stream(values()).filter(one -> one != NATION).toList();

    public static final List<Dimension> DERIVED =
            Arrays.stream(values()).filter(Dimension::isDerived).toList();

    public static final List<Dimension> ATTRIBUTES =
            Arrays.stream(values()).filter(Dimension::isAttribute).toList();

    private final String code = name().toLowerCase(Locale.ROOT);
    /** Gives the member that an event names. A reference to a method, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<EventMembers, String> named;

    private final Dimension source;
    private final boolean isAttribute;

    Dimension(Function<EventMembers, String> named) {
        this.named = named;
        this.source = null;
        this.isAttribute = false;
    }

    Dimension(Dimension source) {
        this.named = source.named;
        this.source = source;
        this.isAttribute = false;
    }

    /** An attribute of an enrolment. */
    Dimension() {
        this.named = event -> event.attributes().getOrDefault(code(), DerivedMembers.UNKNOWN);
        this.source = null;
        this.isAttribute = true;
    }

    /** The word in tables, parameters and answers. */
    public String code() {
        return code;
    }

    /** Whether the catalogue gives the member of a fact, and not the event. */
    public boolean isDerived() {
        return source != null;
    }

    /** Whether the institution says it of an enrolment, and nothing is judged by it. */
    public boolean isAttribute() {
        return isAttribute;
    }

    /** The dimension whose members the events name: the source of a derived dimension, otherwise this dimension. */
    public Dimension source() {
        return isDerived() ? source : this;
    }

    /** The member that an event names; for a derived dimension, the member of its source. */
    public String namedBy(EventMembers event) {
        return named.apply(event);
    }

    /** The member under which a fact counts. */
    String memberOf(EventMembers event, DerivedMembers derived) {
        return isDerived() ? derived.of(this, namedBy(event)) : namedBy(event);
    }

    /** The codes of {@link #BREAKDOWNS}, separated by commas. */
    public static String list() {
        return BREAKDOWNS.stream().map(Dimension::code).collect(Collectors.joining(", "));
    }

    /** The dimension with this code; empty if figures cannot be broken down by it. */
    public static Optional<Dimension> breakdown(String code) {
        return BREAKDOWNS.stream().filter(one -> one.code.equals(code)).findFirst();
    }
}
