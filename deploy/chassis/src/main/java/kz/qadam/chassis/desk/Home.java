package kz.qadam.chassis.desk;

import java.util.List;
import java.util.Set;
import kz.qadam.chassis.base.language.Message;

/**
 * The page with which people of some roles begin; a service has one such bean. It shows what waits at its own service; the
 * browser fetches what waits at others, in panels.
 */
public interface Home {

    /** The last segment of its path, and of the keys of its own texts, which begin with {@code desk.} */
    String name();

    /** The roles that may open it. */
    Set<String> roles();

    /** The other services whose tasks it shows, such as {@code enrolment}. */
    List<String> panels();

    /** The services of which it shows what happened last, such as {@code enrolment}, its own among them. */
    default List<String> last() {
        return List.of();
    }

    /** What else its own service knows of the caller, in sentences, with the title {@code desk.{name}.facts}. */
    default List<Message> facts() {
        return List.of();
    }
}
