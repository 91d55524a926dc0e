package kz.qadam.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Verifies the trails of services with what an auditor can read, and nothing else. */
public final class TrailVerification {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ServiceTrail> trails = new ArrayList<>();
    private final List<Head> filed = new ArrayList<>();
    private final Period period;

    /** A verification of the entries of a period; without bounds, of all. */
    public TrailVerification(Optional<Instant> from, Optional<Instant> to) {
        this.period = new Period(from, to);
    }

    /**
     * Reads the trail of a service.
     *
     * @param path of the trail, such as {@code /v1/enrolment-trail}
     */
    public void read(String service, String path, AuditClient client) throws IOException, InterruptedException {
        trails.add(ServiceTrail.read(service, path, client, period));
    }

    /** Reads a file with heads, one JSON object in each line. */
    public void readHeads(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            filed.add(Head.of(file.getFileName().toString(), JSON.readTree(line)));
        }
    }

    /** Whether nothing differs. The lines of the report are given to the printer. */
    public boolean print(Consumer<String> printer) {
        TrailReport report = TrailReport.of(trails, filed, period);
        report.lines().forEach(printer);
        return report.isClean();
    }
}
