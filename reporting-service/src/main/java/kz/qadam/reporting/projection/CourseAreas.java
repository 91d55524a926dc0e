package kz.qadam.reporting.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.event.EventJson;
import kz.qadam.reporting.catalogue.Course;
import kz.qadam.reporting.rollup.Areas;
import org.jdbi.v3.core.Handle;

/** Which area each course belongs to, as known now. */
final class CourseAreas {

    private static final String SOME = """
            select data from catalogue_fact
             where kind = 'COURSE' and code = any(:codes) and to_batch = 9223372036854775807
            """;

    private static final String ALL = """
            select data from catalogue_fact where kind = 'COURSE' and to_batch = 9223372036854775807
            """;

    private CourseAreas() {}

    static Areas of(Handle database, Set<String> courses) {
        return new Areas(courses.isEmpty() ? Map.of() : read(database, SOME, courses));
    }

    static Areas all(Handle database) {
        return new Areas(read(database, ALL, Set.of()));
    }

    private static Map<String, String> read(Handle database, String sql, Set<String> courses) {
        Map<String, String> areas = new HashMap<>();
        var query = database.createQuery(sql);
        if (!courses.isEmpty()) {
            query.bindArray("codes", String.class, courses);
        }
        query.map((row, context) -> EventJson.readAgain(row.getString(1), Course.class))
                .forEach(course -> areas.put(course.code(), course.area()));
        return areas;
    }
}
