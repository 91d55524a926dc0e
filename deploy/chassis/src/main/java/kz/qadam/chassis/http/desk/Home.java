package kz.qadam.chassis.http.desk;

import java.util.List;

/**
 * A home: the page with which people of one role begin. It shows what waits at its own service; the browser fetches what
 * waits at others, in panels.
 *
 * @param name the last segment of its path, and of the keys of its own texts, which begin with {@code desk.}
 * @param service of which it is, such as {@code enrolment}
 * @param panels the other services whose tasks it shows
 */
public record Home(String name, String service, List<String> panels) {}
