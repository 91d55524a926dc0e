package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import kz.qadam.local.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that is made to run foreign code can do no more in its database than the service. */
@OnSuite
class OwnersPasswordIT {

    private final Qadam qadam;

    OwnersPasswordIT(Qadam qadam) {
        this.qadam = qadam;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_does_not_hold_the_password_of_the_owner_of_its_database(Service service)
            throws IOException, SQLException {
        var owner = qadam.suite().database(service);
        Path process = Path.of("/proc", Long.toString(qadam.suite().pid(service)));

        try (var connection = owner.connect()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        for (String file : new String[] {"environ", "cmdline"}) {
            assertThat(Files.readString(process.resolve(file))).doesNotContain(owner.password());
        }
    }
}
