package kz.qadam.chassis.base.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses a database whose history is not complete, before anything in it is touched. A new database is built by one file,
 * the baseline. One with a history skips that file, and whatever its own migrations lack would silently be missing. So
 * these have to be all those of the commit before the baseline, and no others. Flyway itself compares what came later.
 */
@ApplicationScoped
public class MigrationHistoryCheck implements FlywayConfigurationCustomizer {

    private static final String COMPLETE = "db/complete-history.properties";
    private static final String COMMIT = "commit";
    private static final String BASELINE = "1000";

    private final boolean migrates;
    /** The commit before the baseline, and version and checksum of each migration up to the baseline. */
    private final Supplier<Properties> complete;

    @Inject
    MigrationHistoryCheck(
            @ConfigProperty(name = "quarkus.flyway.active", defaultValue = "true") boolean usesFlyway,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrates) {
        this(usesFlyway && migrates, MigrationHistoryCheck::ofThisService);
    }

    MigrationHistoryCheck(boolean migrates, Supplier<Properties> complete) {
        this.migrates = migrates;
        this.complete = complete;
    }

    /** If the service does not migrate, {@link AwaitedMigrations} asks instead: it knows no password of the owner. */
    @Override
    public void customize(FluentConfiguration configuration) {
        if (migrates) {
            require(new Flyway(configuration).info());
        }
    }

    /**
     * Looks at the history before anything is touched.
     *
     * @throws IllegalStateException if the database has a history that is not complete
     */
    public void require(MigrationInfoService database) {
        Set<String> found = Stream.of(database.applied())
                .filter(MigrationHistoryCheck::isUpToBaseline)
                .filter(migration -> !migration.getState().isFailed())
                .map(migration -> migration.getVersion() + "=" + migration.getChecksum())
                .collect(Collectors.toSet());
        if (found.isEmpty()) {
            return;
        }
        Properties known = complete.get();
        Set<String> due = found.stream().anyMatch(one -> one.startsWith(BASELINE + "="))
                ? Set.of(BASELINE + "=" + known.getProperty(BASELINE))
                : beforeBaseline(known);
        if (!found.equals(due)) {
            throw new IllegalStateException(
                    ("The database was not touched: it is another service's, or not as commit %1$s leaves it."
                                    + " Start commit %1$s with it first, then this version, if it is this service's."
                                    + " Missing are %2$s; unknown are %3$s")
                            .formatted(known.getProperty(COMMIT), without(due, found), without(found, due)));
        }
    }

    /** Version and checksum of each, such as {@code 0.44=-1148023376}. */
    private static Set<String> beforeBaseline(Properties known) {
        return known.stringPropertyNames().stream()
                .filter(name -> !name.equals(COMMIT) && !name.equals(BASELINE))
                .map(version -> version + "=" + known.getProperty(version))
                .collect(Collectors.toSet());
    }

    /** What has no version, such as a migration that is repeated, is none of the baseline's. */
    private static boolean isUpToBaseline(MigrationInfo migration) {
        return migration.getVersion() != null
                && migration.getVersion().compareTo(MigrationVersion.fromVersion(BASELINE)) <= 0;
    }

    private static Collection<String> without(Set<String> some, Set<String> others) {
        var left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static Properties ofThisService() {
        var properties = new Properties();
        try (InputStream resource =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(COMPLETE)) {
            properties.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
