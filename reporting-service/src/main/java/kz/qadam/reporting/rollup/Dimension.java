package kz.qadam.reporting.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What figures are broken down by. All that knows dimensions derives from this list: what the roll-up writes, what {@code
 * by=} accepts, the filter of the evidence, the data package. Only the recount keeps a list of its own, on purpose.
 *
 * <p>Events name the nation's region, the institution and the course. Other dimensions are derived: the catalogue describes
 * a member of their source, and a member of the description, of the same name as the dimension, says where it belongs.
 */
public enum Dimension {
    /** The whole country: its only member has no name. */
    NATION(event -> Cell.ALL),
    REGION(EventMembers::region),
    INSTITUTION(EventMembers::institution),
    COURSE(EventMembers::course),
    /** The orientation that a course belongs to. */
    AREA(COURSE),
    /** What an institution is, such as a school. */
    KIND(INSTITUTION);

    /** All that figures are broken down by: the nation is not. */
    public static final List<Dimension> BREAKDOWNS =
            Arrays.stream(values()).filter(one -> one != NATION).toList();

    public static final List<Dimension> DERIVED =
            Arrays.stream(values()).filter(Dimension::isDerived).toList();

    private final String code = name().toLowerCase(Locale.ROOT);
    /** A reference to a method, which holds nothing that could change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<EventMembers, String> named;

    private final Dimension source;

    Dimension(Function<EventMembers, String> named) {
        this.named = named;
        this.source = null;
    }

    Dimension(Dimension source) {
        this.named = source.named;
        this.source = source;
    }

    /** As it is stored, asked for and answered. */
    public String code() {
        return code;
    }

    /** Whether the catalogue says which member a fact belongs to, and not the event. */
    public boolean isDerived() {
        return source != null;
    }

    /** The dimension whose members the events name: of a derived one its source, else itself. */
    public Dimension source() {
        return isDerived() ? source : this;
    }

    /** The member that an event names; of a derived dimension, that of its source. */
    public String namedBy(EventMembers event) {
        return named.apply(event);
    }

    /** The member that a fact belongs to. */
    String memberOf(EventMembers event, DerivedMembers derived) {
        return isDerived() ? derived.of(this, namedBy(event)) : namedBy(event);
    }

    /** The codes of those that figures are broken down by, for a reader. */
    public static String list() {
        return BREAKDOWNS.stream().map(Dimension::code).collect(Collectors.joining(", "));
    }

    /** The dimension of this code that figures can be broken down by. */
    public static Optional<Dimension> breakdown(String code) {
        return BREAKDOWNS.stream().filter(one -> one.code.equals(code)).findFirst();
    }
}
