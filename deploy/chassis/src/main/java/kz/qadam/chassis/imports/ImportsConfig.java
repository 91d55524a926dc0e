package kz.qadam.chassis.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Large files: how large, how they are kept, and who works on them. */
@ConfigMapping(prefix = "qadam.imports")
interface ImportsConfig {

    /**
     * A properties file, readable by this service alone. {@code files.<id>} are keys of 32 random bytes in Base64;
     * {@code files.current} names the one for what is sent from now on. Earlier keys stay listed for as long as
     * {@link #keep()} says. Needed by a service that takes files.
     */
    Optional<Path> keys();

    /** The most rows in a file. */
    @WithDefault("1000000")
    int mostRows();

    /** The most bytes in a file; {@code quarkus.http.limits.max-body-size} has to be larger. */
    @WithDefault("500M")
    MemorySize largest();

    /** How many files may be received at the same time; one more is answered 503. */
    @WithDefault("8")
    int receivedAtOnce();

    /** How many files of one sender may be received at the same time; one more is answered 429. */
    @WithDefault("2")
    int receivedAtOncePerSender();

    /** How many files of one sender may be received or wait to be judged; one more is answered 429. */
    @WithDefault("20")
    int waitingFilesPerSender();

    /** How many rows of one sender may wait to be judged; at least {@link #mostRows()}. More are answered 429. */
    @WithDefault("3000000")
    long waitingRowsPerSender();

    /** How much of one sender's files may be stored, encrypted, errors included. A file beyond it is answered 429. */
    @WithDefault("2G")
    MemorySize storedPerSender();

    /** How many streams that say how far a file has come may be open at the same time; one more is answered 503. */
    @WithDefault("200")
    int streams();

    /** How many of these streams one sender may have open at the same time; one more is answered 429. */
    @WithDefault("10")
    int streamsPerSender();

    /** How many rows are kept together, and taken in one transaction. */
    @WithDefault("1000")
    int rowsAtOnce();

    /** How many files an instance works on at the same time; 0: it leaves them to others. */
    @WithDefault("2")
    int workers();

    /** Pause between two looks for a file when nothing wakes a worker earlier. */
    @WithDefault("1s")
    Duration every();

    /** Pause between two looks for what is not to be kept any longer. */
    @WithDefault("10m")
    Duration tidyEvery();

    /** How long after it was sent nothing is left of a file but its numbers. */
    @WithDefault("7d")
    Duration keep();
}
