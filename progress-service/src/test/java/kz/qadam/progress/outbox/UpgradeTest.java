package kz.qadam.progress.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.chassis.testing.FormerInstallation;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

/** What an older installation holds, in a schema of its own. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class UpgradeTest {

    private static final String WAITING = """
            insert into outbox (id, key, type, subject, time, trace, data, parked) values
                ('a0000000-0000-4000-8000-000000000000', 'k', 'type', 'first', '2026-05-31T10:00:00Z', 'trace', '{"a": 1}', null),
                ('b0000000-0000-4000-8000-000000000000', 'k', 'type', 'second', '2026-05-31T10:00:01Z', null, '{}', 'Reason')
            """;

    @Test
    void what_waited_in_the_former_outbox_waits_in_the_new_one_in_its_order() {
        var installation = FormerInstallation.of("35").with(WAITING);

        installation.upgrade();

        assertThat(installation.texts("""
                        select concat_ws(' ', publisher, id, key, type, subject, time = added_at, trace, data, parked)
                          from outbox_event order by seq
                        """))
                .containsExactly(
                        "completions a0000000-0000-4000-8000-000000000000 k type first t trace {\"a\": 1}",
                        "completions b0000000-0000-4000-8000-000000000000 k type second t {} Reason");
    }
}
