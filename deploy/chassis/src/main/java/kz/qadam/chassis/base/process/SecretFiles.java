package kz.qadam.chassis.base.process;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.source.file.FileSystemConfigSource;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads settings from files in the directories that {@code qadam.secrets} (QADAM_SECRETS) lists, separated by commas. The
 * name of a file is the name of the setting: so an orchestrator mounts secrets, which then are neither in the environment
 * of the process nor in its command. They replace the values of {@code application.properties}, and environment variables
 * replace them.
 */
public final class SecretFiles implements ConfigSourceFactory {

    /** Between application.properties (250) and the environment (300). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue directories = context.getValue("qadam.secrets");
        if (directories == null || directories.getValue() == null) {
            return List.of();
        }
        return Arrays.stream(directories.getValue().split(","))
                .map(String::strip)
                .map(SecretFiles::in)
                .toList();
    }

    /** After all sources that can name the directories. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static ConfigSource in(String directory) {
        File files = new File(directory);
        if (!files.isDirectory()) {
            throw new IllegalStateException("qadam.secrets names " + directory + ", which is not a directory");
        }
        return new FileSystemConfigSource(files, ORDINAL);
    }
}
