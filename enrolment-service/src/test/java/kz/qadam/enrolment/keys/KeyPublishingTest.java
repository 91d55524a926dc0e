package kz.qadam.enrolment.keys;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.keys.KeyConfirmation;
import kz.qadam.chassis.events.keys.PartnerKeyTopic;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class KeyPublishingTest {

    @Inject
    Database database;

    @Inject
    KeyPublisher publisher;

    private static List<PublishedEvent> about(KeyFixture key) {
        return Published.about("institution-key/" + key.id());
    }

    private static List<PublishedEvent> confirmations() {
        return Published.about(KeyConfirmation.SUBJECT);
    }

    @Test
    void each_state_of_a_key_is_published_without_its_secret() {
        KeyFixture key = KeyFixture.of(school());
        key.revokedBy(administrator(key.institution())).statusCode(200);

        await().untilAsserted(() -> assertThat(about(key)).hasSize(2));
        assertThat(about(key)).extracting(PublishedEvent::type).containsOnly(PartnerKeyTopic.DESCRIBED);
        assertThat(about(key))
                .extracting(event -> event.data().get("revoked").asBoolean())
                .containsExactly(false, true);
        assertThat(about(key)).allSatisfy(event -> {
            assertThat(event.topic()).isEqualTo("qadam.keys");
            assertThat(event.key()).isEqualTo(event.subject());
            assertThat(event.json()).doesNotContain(key.secret(), "sold");
            assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
        });
    }

    @Test
    void copies_are_confirmed_once_all_that_was_answered_is_sent() {
        KeyFixture key = KeyFixture.of(school());
        await().untilAsserted(() -> assertThat(about(key)).isNotEmpty());
        int before = confirmations().size();

        await().until(this::confirm);

        await().untilAsserted(() -> assertThat(confirmations()).hasSizeGreaterThan(before));
        PublishedEvent last = confirmations().get(confirmations().size() - 1);
        assertThat(last.data().get("states").asLong()).isPositive();
        assertThat(Contracts.faults(last.type(), last.json())).isEmpty();
    }

    @Test
    void nothing_is_confirmed_while_a_change_waits_to_be_sent() {
        KeyFixture key = KeyFixture.of(school());

        boolean isConfirmed = database.transaction(
                handle -> {
                    publisher.publish(handle, List.of(UUID.fromString(key.id())));
                    return publisher.confirm(handle, Instant.now());
                },
                confirmed -> false);

        assertThat(isConfirmed).isFalse();
    }

    @Test
    void nothing_is_confirmed_while_a_migration_has_asked_for_a_state_to_be_sent() {
        assertThat(isConfirmed("delete from outbox_event where publisher = 'institution-keys'"))
                .isTrue();

        assertThat(isConfirmed(
                        "delete from outbox_event where publisher = 'institution-keys'",
                        "insert into republish_request (publisher, subject) values ('institution-keys', 'any')"))
                .isFalse();
    }

    /** Whether copies would be confirmed after these statements. */
    private boolean isConfirmed(String... statements) {
        return database.transaction(
                handle -> {
                    for (String statement : statements) {
                        handle.execute(statement);
                    }
                    return publisher.confirm(handle, Instant.now());
                },
                confirmed -> false);
    }

    private boolean confirm() {
        return database.transaction(handle -> publisher.confirm(handle, Instant.now()));
    }
}
