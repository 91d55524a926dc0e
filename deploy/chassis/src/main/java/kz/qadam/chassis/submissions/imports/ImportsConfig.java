package kz.qadam.chassis.submissions.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Large files: their limits, their storage, and the workers that process them. */
@ConfigMapping(prefix = "qadam.imports")
interface ImportsConfig {

    /**
     * A properties file that only this service can read. {@code files.<id>} are keys of 32 random bytes in Base64;
     * {@code files.current} is the id of the key for new files. Earlier keys must stay listed for the time of {@link
     * #keep()}. Required by a service that receives files.
     */
    Optional<Path> keys();

    /** The most rows in a file. */
    @WithDefault("1000000")
    int mostRows();

    /** The most bytes in a file; {@code quarkus.http.limits.max-body-size} has to be larger. */
    @WithDefault("500M")
    MemorySize largest();

    /** How many files may be received at the same time; a further file is answered 503. */
    @WithDefault("8")
    int receivedAtOnce();

    /** How many files of one sender may be received at the same time; a further file is answered 429. */
    @WithDefault("2")
    int receivedAtOncePerSender();

    /** How many files of one sender may be received or wait to be judged; a further file is answered 429. */
    @WithDefault("20")
    int waitingFilesPerSender();

    /** How many rows of one sender may wait to be judged; at least {@link #mostRows()}. More are answered 429. */
    @WithDefault("3000000")
    long waitingRowsPerSender();

    /**
     * How many bytes of one sender's files may be stored, encrypted, errors included. A file beyond it is answered 429.
     */
    @WithDefault("2G")
    MemorySize storedPerSender();

    /**
     * How many bytes of the files of all senders may be stored, encrypted, errors included. A further file is answered
     * 503; what is stored stays.
     */
    @WithDefault("20G")
    MemorySize stored();

    /** How many streams with the progress of a file may be open at the same time; a further stream is answered 503. */
    @WithDefault("200")
    int streams();

    /** How many of these streams one sender may have open at the same time; a further stream is answered 429. */
    @WithDefault("10")
    int streamsPerSender();

    /** How many rows are stored as one part, and processed in one transaction. */
    @WithDefault("1000")
    int rowsAtOnce();

    /** How many files an instance processes at the same time; 0: none, other instances do it. */
    @WithDefault("2")
    int workers();

    /** The interval at which a worker looks for a file if nothing wakes it earlier. */
    @WithDefault("1s")
    Duration every();

    /** The interval at which expired content is deleted. */
    @WithDefault("10m")
    Duration tidyEvery();

    /**
     * How long it must have been impossible to decrypt a file, at each attempt, until it is lost. A lost file is deleted
     * when it expires, and in enrolment-service by an erasure, which waits until then.
     */
    @WithDefault("1d")
    Duration lostAfter();

    /** How long after a file was sent its content is deleted; its numbers stay. */
    @WithDefault("7d")
    Duration keep();
}
