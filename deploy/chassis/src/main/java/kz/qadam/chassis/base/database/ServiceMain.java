package kz.qadam.chassis.base.database;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.logging.Logger;
import kz.qadam.chassis.base.process.CommandSettings;

/**
 * The process of each service: it starts the service or, with {@code QUARKUS_INIT_AND_EXIT=true} in its environment, only
 * migrates the database and ends, with exit code 0 if that succeeded.
 */
@QuarkusMain
public final class ServiceMain {

    /** Quarkus' own variable, by which it would start nearly everything, migrate, and wait for five seconds. */
    private static final String MIGRATION_ONLY = "QUARKUS_INIT_AND_EXIT";

    private ServiceMain() {}

    public static void main(String... arguments) {
        // The variable alone decides: reading all settings a second time would delay each start.
        if (CommandSettings.isTrue(System.getenv(MIGRATION_ONLY))) {
            // Whoever asks for the first logger takes away the handlers that are there.
            Logger.getLogger("");
            InitialConfigurator.DELAYED_HANDLER.addHandler(InitialConfigurator.createDefaultHandler());
            new MigrationOnly(ConfigUtils.configBuilder().build()).run();
        } else {
            Quarkus.run(arguments);
        }
    }
}
