package kz.qadam.chassis.events.archive;

import jakarta.enterprise.context.ApplicationScoped;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.trail.Recording;

/** Up to which segment somebody outside has fetched and checked the archive. Without it, nobody may be looking. */
@ApplicationScoped
public class Confirmations {

    private static final String KEEP = """
            insert into archive_confirmation (stream, epoch, number, confirmed_at)
            values (:stream, :epoch, :number, clock_timestamp())
            on conflict (stream, epoch, number) do update set confirmed_at = excluded.confirmed_at
            """;

    private final Database database;
    private final Recording recording;
    private final Batch batch;

    Confirmations(Database database, Recording recording, Batch batch) {
        this.batch = batch;
        this.database = database;
        this.recording = recording;
    }

    /**
     * Keeps that all segments up to this one were fetched and checked.
     *
     * @throws Problem 400 or 422 if the body is no confirmation, 409 if this service has another manifest
     */
    void keep(ArchiveStream stream, Segment segment, byte[] body) {
        Confirmation confirmed = Confirmation.read(batch.single(body).fields());
        if (!segment.digestOfManifest().equals(confirmed.manifest())) {
            throw new Problem(ProblemType.VERSION_CONFLICT, Message.of("another-manifest"));
        }
        database.<Void>transaction(handle -> {
            handle.createUpdate(KEEP)
                    .bind("stream", stream.name())
                    .bind("epoch", segment.epoch())
                    .bind("number", segment.number())
                    .execute();
            recording.addWrite(handle, segment.path());
            return null;
        });
    }
}
