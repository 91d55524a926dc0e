package kz.qadam.load;

/**
 * How often a request is sent again that was answered 503 or whose connection was refused.
 *
 * @param most tries of one request, the first included
 * @param ofUnanswered whether this also goes for a request whose answer was lost; otherwise it is an error
 */
public record Repeats(int most, boolean ofUnanswered) {

    /** While instances come and go one after the other. */
    public static final Repeats WHILE_INSTANCES_ARE_REPLACED = new Repeats(50, false);

    /** While everything is down, for half an hour at most. */
    public static final Repeats WHILE_ALL_IS_DOWN = new Repeats(9_000, true);
}
