package kz.qadam.chassis.base.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {

    @ParameterizedTest
    @CsvSource({
        "qadam, rw-------, qadam",
        "qadam, r--------, qadam",
        "root,  rw-------, root",
        "root,  r--r-----, qadam",
        "0,     r--r-----, 10001",
    })
    void a_file_of_the_user_alone_or_mounted_for_the_group_is_accepted(String owner, String mode, String user) {
        assertThat(KeyFile.whyRefused(owner, PosixFilePermissions.fromString(mode), user))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "qadam, rw-r-----, qadam, chmod 600",
        "root,  rw-r-----, root,  chmod 600",
        "root,  r--r--r--, qadam, chown qadam",
        "root,  rw-rw----, qadam, chown qadam",
        "other, rw-r-----, qadam, chown qadam",
    })
    void a_file_that_others_may_access_is_refused(String owner, String mode, String user, String remedy) {
        assertThat(KeyFile.whyRefused(owner, PosixFilePermissions.fromString(mode), user))
                .hasValueSatisfying(reason -> assertThat(reason).contains(remedy));
    }
}
