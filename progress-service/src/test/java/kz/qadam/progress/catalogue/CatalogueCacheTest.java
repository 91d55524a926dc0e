package kz.qadam.progress.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CatalogueCacheTest {

    @Inject
    CatalogueCache catalogues;

    @Inject
    Database database;

    private final String school = "school-" + UUID.randomUUID();

    private boolean mayReport() {
        return database.transaction(catalogues::lockAndRead).isActive(school);
    }

    private int suspend(Handle handle) {
        return handle.execute("insert into institution (code, version, status) values (?, 1, 'suspended')", school);
    }

    @Test
    void an_institution_of_which_nothing_is_known_may_report() {
        assertThat(mayReport()).isTrue();
    }

    @Test
    void a_change_is_known_to_who_judges_next() {
        mayReport();

        database.transaction(this::suspend);

        assertThat(mayReport()).isFalse();
    }

    @Test
    void a_change_that_is_rolled_back_leaves_nothing() {
        database.transaction(this::suspend, done -> false);

        assertThat(mayReport()).isTrue();
    }

    @Test
    void nobody_judges_while_the_catalogue_is_being_changed() {
        CompletableFuture<Boolean> judging = database.transaction(handle -> {
            suspend(handle);
            var waiting = CompletableFuture.supplyAsync(this::mayReport);
            assertThat(waiting).isNotDone();
            return waiting;
        });

        assertThat(judging.join()).isFalse();
    }

    @Test
    void who_judges_holds_up_nobody_else_who_judges() {
        boolean both = database.transaction(handle -> {
            catalogues.lockAndRead(handle);
            return CompletableFuture.supplyAsync(this::mayReport).join();
        });

        assertThat(both).isTrue();
    }
}
