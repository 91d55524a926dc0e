package kz.qadam.enrolment.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Erasures of learners, and how long copies remain outside the live tables. */
@ConfigMapping(prefix = "qadam.erasures")
interface ErasureConfig {

    /** How often the service looks for blocked learners that can be erased. */
    @WithDefault("2s")
    Duration lookEvery();

    /**
     * How long an erasure waits after another learner was split from the erased one. The other services have to know by
     * then which enrolments are not of the erased learner: the events about both come in different partitions.
     */
    @WithDefault("1h")
    Duration waitAfterSplit();

    /** How long a task keeps its references if the institution does not confirm it. */
    @WithDefault("90d")
    Duration tasksKeepReferences();

    /**
     * How long Kafka keeps events, in which references remain. Absent: for ever. It describes the installation and
     * changes nothing in Kafka.
     */
    Optional<Duration> kafkaKeeps();

    /** How long the write-ahead log of PostgreSQL and its archive are kept. It describes the installation. */
    @WithDefault("7d")
    Duration walIsKept();

    /** How long backups are kept. It describes the installation. */
    @WithDefault("35d")
    Duration backupsAreKept();
}
