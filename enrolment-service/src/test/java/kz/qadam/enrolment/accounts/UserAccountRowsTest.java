package kz.qadam.enrolment.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link opens once and for seven days, and of two who change an account one does. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class UserAccountRowsTest {

    private static final Instant NOW = Instant.parse("2026-05-31T09:15:00Z");
    private static final Instant ENDS = NOW.plus(PasswordLinkCode.LIFE);

    @Inject
    Database database;

    private final UUID id = UUID.randomUUID();
    private final PasswordLinkCode code = PasswordLinkCode.random(new SecureRandom());

    @BeforeEach
    void a_person_is_invited() {
        assertThat(link(code, null, NOW)).isTrue();
    }

    @Test
    void a_link_opens_until_it_ends() {
        assertThat(opens(code, ENDS.minusSeconds(1))).isTrue();
        assertThat(opens(code, ENDS)).isFalse();
    }

    @Test
    void a_link_that_was_taken_opens_nothing() {
        assertThat(take(code, NOW.plusSeconds(1))).isTrue();

        assertThat(take(code, NOW.plusSeconds(2))).isFalse();
        assertThat(opens(code, NOW.plusSeconds(2))).isFalse();
    }

    @Test
    void a_link_that_is_given_back_opens_until_it_would_have_ended() {
        giveBack(NOW.plusSeconds(1), false);

        assertThat(opens(code, ENDS.minusSeconds(1))).isTrue();
        assertThat(opens(code, ENDS)).isFalse();
    }

    @Test
    void a_link_is_not_given_back_to_an_account_that_was_locked_meanwhile() {
        giveBack(NOW.plusSeconds(1), true);

        assertThat(opens(code, NOW.plusSeconds(3))).isFalse();
    }

    @Test
    void another_link_takes_the_place_of_the_first() {
        PasswordLinkCode other = PasswordLinkCode.random(new SecureRandom());

        assertThat(link(other, NOW, NOW.plusSeconds(1))).isTrue();

        assertThat(opens(code, NOW.plusSeconds(2))).isFalse();
        assertThat(opens(other, NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void an_account_that_was_changed_since_it_was_read_is_left_alone() {
        assertThat(touch(NOW, NOW.plusSeconds(1))).isTrue();

        assertThat(touch(NOW, NOW.plusSeconds(2))).isFalse();
        assertThat(link(PasswordLinkCode.random(new SecureRandom()), null, NOW.plusSeconds(2)))
                .isFalse();
        assertThat(opens(code, NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void of_two_who_use_a_link_at_the_same_time_one_does() {
        var both = Concurrently.meet(
                database,
                handle -> UserAccountRows.take(handle, code, NOW.plusSeconds(1)).isPresent(),
                () -> take(code, NOW.plusSeconds(1)));

        assertThat(both.first()).isTrue();
        assertThat(both.second()).isFalse();
    }

    private boolean link(PasswordLinkCode one, Instant seen, Instant now) {
        return database.transaction(
                handle -> UserAccountRows.link(handle, id, seen, now, one, now.plus(PasswordLinkCode.LIFE)));
    }

    private boolean touch(Instant seen, Instant now) {
        return database.transaction(handle -> UserAccountRows.touch(handle, id, seen, now));
    }

    private boolean take(PasswordLinkCode one, Instant now) {
        return database.transaction(handle -> UserAccountRows.take(handle, one, now))
                .isPresent();
    }

    private boolean opens(PasswordLinkCode one, Instant now) {
        return database.transaction(handle -> UserAccountRows.opened(handle, one, now))
                .isPresent();
    }

    private void giveBack(Instant taken, boolean isLocked) {
        var known = database.transaction(handle -> UserAccountRows.take(handle, code, taken))
                .orElseThrow();
        if (isLocked) {
            database.transaction(handle -> UserAccountRows.close(handle, id, taken, taken.plusSeconds(1)));
        }
        database.transaction(handle -> {
            UserAccountRows.giveBack(handle, known, code);
            return null;
        });
    }
}
