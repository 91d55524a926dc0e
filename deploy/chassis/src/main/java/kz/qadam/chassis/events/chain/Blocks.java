package kz.qadam.chassis.events.chain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.trail.SettledEntry;
import org.jdbi.v3.core.Handle;

/** The chains in the database: blocks are only added. */
final class Blocks {

    private static final TableColumns<Block> COLUMNS = TableColumns.of(Block.class);

    /** Where the next block begins to read. */
    private static final String END = """
            select cast(last_change as text) as change, last_id as id from trail_block
             order by last_change desc, last_id desc limit 1
            """;

    private static final String NEWEST = """
            select %s from trail_block where instance = :instance order by number desc limit 1
            """.formatted(COLUMNS.names());

    private static final String ADD = """
            insert into trail_block (instance, number, first_at, last_at, chained_at, hash_before, hash, entries, hashes,
                                     last_change, last_id)
            values (:instance, :number, :firstAt, :lastAt, :chainedAt, :hashBefore, :hash, :entries, :hashes,
                    cast(cast(:lastChange as text) as xid8), :lastId)
            """;

    private static final String LISTED = """
            select %s from trail_block
             where (instance, number) > (:afterInstance, :afterNumber)
               and chained_at >= :from and chained_at < :to
             order by instance, number limit :limit
            """.formatted(COLUMNS.names());

    /** The newest block of each instance. The primary key leads to it past the others. */
    private static final String HEADS = """
            with recursive chain (name) as (
                select min(instance) from trail_block
                union all
                select (select min(instance) from trail_block where instance > name) from chain where name is not null)
            select %s from chain
             cross join lateral (
                select * from trail_block where instance = name order by number desc limit 1) as newest
            """.formatted(COLUMNS.names());

    private Blocks() {}

    static SettledEntry.Position end(Handle handle) {
        return handle.createQuery(END)
                .map((row, context) ->
                        new SettledEntry.Position(row.getString("change"), row.getObject("id", UUID.class)))
                .findOne()
                .orElse(SettledEntry.Position.START);
    }

    static Optional<Block> newest(Handle handle, String instance) {
        return handle.createQuery(NEWEST)
                .bind("instance", instance)
                .map(COLUMNS)
                .findOne();
    }

    static void add(Handle handle, Block block, SettledEntry.Position last) {
        handle.createUpdate(ADD)
                .bind("instance", block.instance())
                .bind("number", block.number())
                .bind("firstAt", block.firstAt())
                .bind("lastAt", block.lastAt())
                .bind("chainedAt", block.chainedAt())
                .bind("hashBefore", block.hashBefore())
                .bind("hash", block.hash())
                .bindArray("entries", UUID.class, block.entries())
                .bind("hashes", block.hashes())
                .bind("lastChange", last.change())
                .bind("lastId", last.id())
                .execute();
    }

    static List<Block> listed(Handle handle, BlockCursor after, ChainPeriod period, int limit) {
        return handle.createQuery(LISTED)
                .bind("afterInstance", after.instance())
                .bind("afterNumber", after.number())
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("limit", limit)
                .map(COLUMNS)
                .list();
    }

    static List<Block> heads(Handle handle) {
        return handle.createQuery(HEADS).map(COLUMNS).list();
    }
}
