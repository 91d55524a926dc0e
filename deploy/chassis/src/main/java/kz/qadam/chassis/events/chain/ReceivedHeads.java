package kz.qadam.chassis.events.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;

/**
 * The heads of other services, in a table to which rows are only added, and in the file for auditors. A block whose hash
 * has changed has two heads here.
 */
@ApplicationScoped
public class ReceivedHeads {

    private static final TableColumns<Head> COLUMNS = TableColumns.of(Head.class);

    private static final String KEEP = """
            insert into trail_head (%s) select * from %s order by service, instance, number, hash
            on conflict (service, instance, number, hash) do nothing
            returning %s
            """.formatted(COLUMNS.names(), COLUMNS.rows("arrived"), COLUMNS.names());

    private static final String LISTED = """
            select %s from trail_head
             where (service, instance, number, hash) > (:service, :instance, :number, :hash)
               and chained_at >= :from and chained_at < :to
             order by service, instance, number, hash limit :limit
            """.formatted(COLUMNS.names());

    private final Database database;
    private final ObjectMapper json;
    private final Optional<Path> file;

    ReceivedHeads(Database database, ObjectMapper json, ChainConfig config) {
        this.database = database;
        this.json = json;
        this.file = config.headsFile();
    }

    /**
     * Keeps the heads that are new. The file is written before the commit: after a failure it may have a head twice, but
     * it misses none.
     */
    void keep(List<Head> heads) {
        if (heads.isEmpty()) {
            return;
        }
        database.<Void>transaction(handle -> {
            write(COLUMNS.bind(handle.createQuery(KEEP), heads).map(COLUMNS).list());
            return null;
        });
    }

    private void write(List<Head> added) {
        if (file.isEmpty() || added.isEmpty()) {
            return;
        }
        try {
            var lines = new StringBuilder();
            for (Head head : added) {
                lines.append(json.writeValueAsString(head)).append('\n');
            }
            Files.writeString(
                    file.get(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A head cannot be written as JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file for auditors cannot be written: " + file.get(), e);
        }
    }

    List<Head> listed(HeadCursor after, ChainPeriod period, int limit) {
        return database.transaction(handle -> handle.createQuery(LISTED)
                .bind("service", after.service())
                .bind("instance", after.instance())
                .bind("number", after.number())
                .bind("hash", after.hash())
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("limit", limit)
                .map(COLUMNS)
                .list());
    }
}
