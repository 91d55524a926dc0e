package kz.qadam.progress.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.LastOccurrence;
import kz.qadam.chassis.desk.LastOccurrences;
import kz.qadam.chassis.http.security.Caller;

/** When each platform of an institution has sent statements last; the newest three. */
@ApplicationScoped
class PlatformsHeardLast implements LastOccurrences {

    private static final int MOST = 3;

    private final Database database;

    PlatformsHeardLast(Database database) {
        this.database = database;
    }

    @Override
    public List<LastOccurrence> last(Caller caller) {
        if (!caller.scope().isOfInstitution()) {
            return List.of();
        }
        String institution = caller.scope().institution();
        Map<String, Instant> heard = database.transaction(handle -> PlatformTraffic.last(handle, institution));
        return heard.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(one ->
                        LastOccurrence.at(one.getValue(), Message.of("last.platform", one.getKey()), PlatformPage.PATH))
                .toList();
    }
}
