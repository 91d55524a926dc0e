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

    private static final String KEEP = "select archive_confirm(:stream, :epoch, :number, :manifest)";

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
        SegmentConfirmationPost confirmed =
                SegmentConfirmationPost.read(batch.single(body).fields());
        boolean isKept = database.transaction(handle -> {
            boolean isSame = handle.createQuery(KEEP)
                    .bind("stream", stream.name())
                    .bind("epoch", segment.epoch())
                    .bind("number", segment.number())
                    .bind("manifest", confirmed.manifest())
                    .mapTo(Boolean.class)
                    .one();
            if (isSame) {
                recording.addWrite(handle, segment.path());
            }
            return isSame;
        });
        if (!isKept) {
            throw new Problem(ProblemType.VERSION_CONFLICT, Message.of("another-manifest"));
        }
    }
}
