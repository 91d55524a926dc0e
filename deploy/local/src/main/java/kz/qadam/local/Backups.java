package kz.qadam.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Archives the write-ahead log by pgBackRest if this file is there, its configuration. The file decides, and no variable:
 * what a server wrote while it did not archive would be missing in every later restore.
 */
record Backups(Path configuration) {

    static Backups none() {
        return new Backups(Path.of(""));
    }

    /** A segment that is not full is archived after a minute, so that no more than that is lost with the machine. */
    Map<String, String> settings(Path data) {
        if (!Files.isRegularFile(configuration)) {
            return Map.of("archive_mode", "off");
        }
        String push = "pgbackrest --config='%s' --stanza=qadam --pg1-path='%s' archive-push '%%p'"
                .formatted(configuration, data);
        return Map.of("archive_mode", "on", "archive_timeout", "60s", "archive_command", push);
    }
}
